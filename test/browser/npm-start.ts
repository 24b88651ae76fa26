import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const ready = 'Ctrl-C ends both.'
const running = new Set<ChildProcess>()

process.on('exit', () => {
  for (const child of running) child.kill('SIGTERM')
})

/** The process of `npm start`, with its own ports and data folder. */
export class NpmStart {
  readonly chatUrl: string
  readonly dataDir: string
  readonly port: number
  readonly chatPort: number
  readonly #args: readonly string[]
  readonly #env: Readonly<Record<string, string>>
  #child: ChildProcess | undefined

  constructor(port: number, chatPort: number, dataDir: string, args: readonly string[]) {
    this.dataDir = dataDir
    this.port = port
    this.chatPort = chatPort
    this.#args = args
    this.chatUrl = `http://localhost:${chatPort}`
    this.#env = {
      PORT: `${port}`,
      CHAT_PORT: `${chatPort}`,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      MESSAGES_PER_MINUTE: '0',
    }
  }

  /** Resolves once it says that a person can chat. @throws Error with its output when it ends before. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'start', ...this.#args], {
      cwd: root,
      env: { ...process.env, MicrosoftAppId: '', ...this.#env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    running.add(child)
    child.once('close', () => running.delete(child))
    await saying(child, ready)
  }

  /** Ctrl-C, as a person ends it; the data stays. Gives the exit code. */
  stop(): Promise<number | null> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null)
      return Promise.resolve(child?.exitCode ?? null)
    return new Promise((resolve) => {
      child.once('close', resolve)
      child.kill('SIGINT')
    })
  }

  /** Ends the launcher alone, as a crash does; resolves when it is gone. What it started holds its output open, perhaps. */
  kill9(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null) return Promise.resolve()
    return new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGKILL')
    })
  }

  async end(): Promise<void> {
    await this.stop()
    await rm(this.dataDir, { recursive: true, force: true })
  }
}

export async function npmStart(
  args: readonly string[] = [],
  prepare = async (_dataDir: string) => {},
): Promise<NpmStart> {
  const [port, chatPort] = await Promise.all([freePort(), freePort()])
  const started = new NpmStart(port, chatPort, await mkdtemp(join(tmpdir(), 'rewards-guide-')), args)
  await prepare(started.dataDir)
  await started.start()
  return started
}

/** Below the ports that the system hands out by itself, as to any connection meanwhile. */
export async function freePort(): Promise<number> {
  const port = randomInt(20_000, 32_000)
  return (await canListen(port)) ? port : freePort()
}

function canListen(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

function saying(child: ChildProcess, words: string): Promise<void> {
  let output = ''
  return new Promise((resolve, reject) => {
    const listen = (text: string): void => {
      output += text
      if (output.includes(words)) resolve()
    }
    child.stdout?.setEncoding('utf8').on('data', listen)
    child.stderr?.setEncoding('utf8').on('data', listen)
    child.once('close', (code) => reject(new Error(`npm start ended with ${code}.\n${output}`)))
  })
}
