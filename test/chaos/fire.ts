import { setTimeout as pause } from 'node:timers/promises'
import { type BotProcess, startBot } from '../support/bot/bot-process.ts'
import { signature } from '../support/bot/bot-signature.ts'
import { type RedisServer, startRedis } from '../support/redis/redis-server.ts'
import type { Chance } from './chance.ts'

/** The time during which something was down: from the kill until it answered again, in milliseconds of performance.now. */
export interface Outage {
  readonly from: number
  until: number
}

/** Two bots and one Redis, and who kills them. */
export class Fire {
  readonly redis: RedisServer
  readonly bots: readonly BotProcess[]
  /** When which process was killed, by its id. */
  readonly killed = new Map<number, number>()
  readonly redisOutages: Outage[] = []
  failedStarts = 0
  readonly #chance: Chance
  readonly #starting = new Map<BotProcess, Promise<void>>()

  private constructor(redis: RedisServer, bots: readonly BotProcess[], chance: Chance) {
    this.redis = redis
    this.bots = bots
    this.#chance = chance
  }

  static async prepare(command: readonly string[], chance: Chance): Promise<Fire> {
    const always = ['--appendonly', 'yes', '--appendfsync', 'always']
    const redis = await startRedis(...always)
    const env = { REDIS_URL: redis.url, LOG_LEVEL: 'warn' }
    const signed = { command: ['--import', signature, ...command], env, timeoutMs: 60_000 }
    try {
      return new Fire(redis, await Promise.all([startBot(signed), startBot(signed)]), chance)
    } catch (error) {
      await redis.stop()
      throw error
    }
  }

  /**
   * Kills a bot about every second until stopped; then both run again. Mostly spares the last serving bot, as bots may
   * start slowly.
   */
  async rage(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await pause(this.#chance.between(700, 1300), undefined, { signal }).catch(() => undefined)
      const isRuthless = this.#chance.happens(0.1)
      const first = this.#chance.happens(0.5) ? 0 : 1
      const serving = [this.bots[first], this.bots[1 - first]].filter(
        (bot) => bot && !this.#starting.has(bot),
      )
      const [victim] = serving
      if (victim && (serving.length === 2 || isRuthless) && !signal.aborted) await this.#killBot(victim)
    }
    await Promise.all(this.#starting.values())
  }

  async killRedis(): Promise<void> {
    const outage = { from: performance.now(), until: Number.POSITIVE_INFINITY }
    this.redisOutages.push(outage)
    await this.redis.kill()
    await pause(this.#chance.between(200, 1200))
    // Redis reads its file first, and that may take longer than the start waits.
    await this.redis.start().catch(() => undefined)
    for (let tries = 0; tries < 600 && !(await this.#redisAnswers()); tries += 1) await pause(100)
    outage.until = performance.now()
  }

  /** Everything that the bots logged. */
  get logged(): string {
    return this.bots.map(({ stdout, stderr }) => stdout + stderr).join('')
  }

  async end(): Promise<void> {
    await Promise.all(this.bots.map((bot) => bot.kill9()))
    await this.redis.stop()
  }

  async #killBot(bot: BotProcess): Promise<void> {
    this.killed.set(bot.pid ?? 0, performance.now())
    await bot.kill9()
    const started = this.#startAgain(bot).finally(() => this.#starting.delete(bot))
    this.#starting.set(bot, started)
  }

  /** A bot that finds no Redis ends; whatever runs it starts it again. */
  async #startAgain(bot: BotProcess): Promise<void> {
    for (let tries = 0; tries < 10; tries += 1) {
      try {
        return await bot.start()
      } catch {
        this.failedStarts += 1
        await bot.kill9()
      }
    }
  }

  #redisAnswers(): Promise<boolean> {
    return this.redis
      .ask((redis) => redis.ping())
      .then(
        () => true,
        () => false,
      )
  }
}
