import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const listening = /listening on http:\/\/127\.0\.0\.1:(\d+)/
const started = new Set<ChildProcess>()

process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL')
})

export interface BotProcessOptions {
  /** Added to this process's environment. Defaults: any port, a new directory, no rate limit, no drain. */
  readonly env?: Readonly<Record<string, string>>
  /** Arguments of node. Default: the bot, without the chat client. */
  readonly command?: readonly string[]
  /** Timeout of the start, by default 20 s. */
  readonly timeoutMs?: number
}

/** Starts the bot as a process of its own and waits until `/healthz` answers 200. @throws Error with its output when it does not. */
export async function startBot(options: BotProcessOptions = {}): Promise<BotProcess> {
  const dataDir = options.env?.DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'bot-')))
  const bot = new BotProcess(dataDir, options)
  await bot.start()
  return bot
}

export class BotProcess {
  readonly dataDir: string
  stdout = ''
  stderr = ''
  private readonly options: BotProcessOptions
  private child: ChildProcess | undefined
  private knownPort: number | undefined

  constructor(dataDir: string, options: BotProcessOptions) {
    this.dataDir = dataDir
    this.options = options
  }

  /** @throws Error before the first start. */
  get port(): number {
    if (this.knownPort === undefined) throw new Error('The bot has not said yet where it listens')
    return this.knownPort
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** The endpoint to post activities to. */
  get messagesUrl(): string {
    return `${this.url}/api/messages`
  }

  get pid(): number | undefined {
    return this.child?.pid
  }

  /** Starts it, on the port that it had before if it ran before. */
  async start(): Promise<void> {
    const deadline = AbortSignal.timeout(this.options.timeoutMs ?? 60_000)
    const child = this.spawn()
    this.knownPort = await this.readPort(child, deadline)
    while (!(await isHealthy(this.url))) {
      if (deadline.aborted || hasEnded(child)) throw this.failure('does not answer /healthz')
      await delay(20)
    }
  }

  /** Ends it at once, as a crash does; resolves when it is gone. */
  async kill9(): Promise<void> {
    await this.end('SIGKILL')
  }

  /** Asks it to end and gives its exit code; null when a signal ended it. */
  stop(): Promise<number | null> {
    return this.end('SIGTERM')
  }

  /** Starts again with the same data and the same port, after ending it with SIGTERM if it still runs. */
  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  private spawn(): ChildProcess {
    const { env = {}, command = ['--import', 'tsx', 'bot/main.ts', '--no-chat'] } = this.options
    const port = String(this.knownPort ?? env.PORT ?? 0)
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: {
        ...process.env,
        MESSAGES_PER_MINUTE: '0',
        DRAIN_SECONDS: '0',
        ...env,
        PORT: port,
        DATA_DIR: this.dataDir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child = child
    started.add(child)
    child.once('exit', () => started.delete(child))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text
    })
    return child
  }

  private readPort(child: ChildProcess, deadline: AbortSignal): Promise<number> {
    const already = this.stdout.length
    return new Promise((resolve, reject) => {
      const look = () => {
        const port = listening.exec(this.stdout.slice(already))?.[1]
        if (port !== undefined) resolve(Number(port))
      }
      child.stdout?.on('data', look)
      child.once('error', reject)
      child.once('exit', () => reject(this.failure('ended before it listened')))
      deadline.addEventListener('abort', () => reject(this.failure('does not say where it listens')))
    })
  }

  private end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const { child } = this
    if (!child || hasEnded(child)) return Promise.resolve(child?.exitCode ?? null)
    return new Promise((resolve) => {
      child.once('close', resolve)
      child.kill(signal)
    })
  }

  private failure(what: string): Error {
    return new Error(`The bot ${what}.\nstdout: ${this.stdout}\nstderr: ${this.stderr}`)
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function isHealthy(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = request(`${url}/healthz`, { agent: false, timeout: 1000 }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    probe.on('timeout', () => probe.destroy())
    probe.on('error', () => resolve(false))
    probe.end()
  })
}
