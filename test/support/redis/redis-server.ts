import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'

const program = process.env.REDIS_SERVER || '/usr/bin/redis-server'
const started = new Set<ChildProcess>()

process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL')
})

/** For `before` hooks: where there is no redis-server the tests are left out, but never on a build server. */
export function needRedis(context: Mocha.Context): void {
  if (existsSync(program)) return
  const reason = `there is no ${program}: install Redis, or set REDIS_SERVER to the path of redis-server`
  if (process.env.CI === 'true') throw new Error(reason)
  context.skip()
}

/** A real Redis on loopback, in a folder of its own. */
export class RedisServer {
  readonly port: number
  readonly #folder: string
  readonly #settings: readonly string[]
  /** Leading arguments. */
  readonly #first: readonly string[]
  #child: ChildProcess | undefined

  constructor(port: number, folder: string, settings: readonly string[], first: readonly string[] = []) {
    this.port = port
    this.#folder = folder
    this.#settings = settings
    this.#first = first
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  async start(): Promise<void> {
    const fixed = ['--port', `${this.port}`, '--bind', '127.0.0.1', '--dir', this.#folder, '--save', '']
    const child = spawn(program, [...this.#first, ...fixed, ...this.#settings], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output += text
      })
    }
    this.#child = child
    started.add(child)
    child.once('exit', () => started.delete(child))
    for (let tries = 0; !(await this.#answers()); tries += 1) {
      if (child.exitCode !== null || tries > 200) throw new Error(`redis-server does not start: ${output}`)
      await pause(25)
    }
  }

  signal(signal: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(signal)
  }

  /** Ends it as a crash does; its data survive as far as its settings say. */
  async kill(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }

  async stop(): Promise<void> {
    await this.kill()
    await rm(this.#folder, { recursive: true, force: true })
  }

  /** A connection for the test itself, beside those of the bot. */
  async ask<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    const password = this.#settings[this.#settings.indexOf('--requirepass') + 1] ?? ''
    const login = this.#settings.includes('--requirepass') ? { password } : {}
    const redis = new Redis({
      ...login,
      port: this.port,
      host: '127.0.0.1',
      lazyConnect: true,
      retryStrategy: null,
    })
    redis.on('error', () => undefined)
    try {
      await redis.connect()
      return await question(redis)
    } finally {
      redis.disconnect()
    }
  }

  #answers(): Promise<boolean> {
    return this.ask((redis) => redis.ping()).then(
      () => true,
      () => false,
    )
  }
}

export async function startRedis(...settings: string[]): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'redis-'))
  const server = new RedisServer(await freePort(), folder, settings)
  await server.start()
  return server
}

/** A sentinel that watches a master alone. */
export async function startSentinel(name: string, masterPort: number): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'sentinel-'))
  const file = join(folder, 'sentinel.conf')
  const settings = [
    `sentinel monitor ${name} 127.0.0.1 ${masterPort} 1`,
    `sentinel down-after-milliseconds ${name} 200`,
    `sentinel failover-timeout ${name} 3000`,
  ]
  await writeFile(file, settings.join('\n'))
  const sentinel = new RedisServer(await freePort(), folder, [], [file, '--sentinel'])
  await sentinel.start()
  return sentinel
}

/** Redis' cluster bus takes the port 10000 above, so ours is not too high. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 30_000)
    if ((await isFree(port)) && (await isFree(port + 10_000))) return port
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
