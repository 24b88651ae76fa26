import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { BotProcess } from '../support/bot/bot-process.ts'
import { signature } from '../support/bot/bot-signature.ts'
import { compileBot } from '../support/bot/compiled-bot.ts'
import { type RedisServer, startRedis } from '../support/redis/redis-server.ts'
import { chatsOf } from './cast.ts'
import { StormyChannel } from './channel.ts'
import { leaveInOutbox, type Seed } from './seed.ts'
import { judge, type Verdict } from './verdict.ts'
import { countDue, wakeEverybody } from './wakeups.ts'

export interface StormOptions {
  readonly seed: number
  readonly companies: number
  /** Maximum time until nothing waits. */
  readonly seconds: number
  /** Told how far it is. */
  readonly say?: (line: string) => void
  /** Chooses whether companies must be woken, or everything only waits to be sent. */
  readonly from: 'wakeups' | 'outbox'
}

const seeds: Readonly<Record<StormOptions['from'], Seed>> = { wakeups: wakeEverybody, outbox: leaveInOutbox }

export interface StormReport extends Verdict {
  /** Outboxes in which something was left when the time was over, and companies that were not woken. */
  readonly left: number
  /** Counters of the surviving process at /metrics. */
  readonly counted: readonly string[]
}

/** Everything is due at once: two processes, one killed during the run, and a faulty channel. */
export async function storm(options: StormOptions): Promise<StormReport> {
  const compiled = await compileBot()
  const redis = await startRedis()
  const channel = await StormyChannel.open(options.seed)
  try {
    return await rage(options, compiled.command, redis, channel)
  } finally {
    channel.close()
    await redis.stop()
    await compiled.discard()
  }
}

async function rage(
  options: StormOptions,
  bare: readonly string[],
  redis: RedisServer,
  channel: StormyChannel,
): Promise<StormReport> {
  const { say = () => {}, from } = options
  // A person gets everything due on one card.
  const chats = chatsOf(options.companies).map((chat) =>
    from === 'wakeups' ? { ...chat, reminders: 1 } : chat,
  )
  const messages = chats.reduce((sum, { reminders }) => sum + reminders, 0)
  await seeds[from](redis, chats, channel.serviceUrl)
  say(`${messages} reminders in ${chats.length} chats of ${options.companies} companies`)
  const env = { REDIS_URL: redis.url, LOG_LEVEL: 'error' }
  const how = { command: ['--import', signature, ...bare], env, timeoutMs: 300_000 }
  const folder = await mkdtemp(join(tmpdir(), 'storm-'))
  const bots = [new BotProcess(join(folder, '0'), how), new BotProcess(join(folder, '1'), how)] as const
  // They send before they say that they listen; the one that is killed may never say it.
  const [dying, staying] = bots.map((bot) => bot.start())
  dying?.catch(() => undefined)
  try {
    const killed = await killHalfWay(bots[0], channel, messages, say)
    await staying
    const left = await calm(redis, options.seconds, () => say(`${channel.calls.length} calls`))
    const counted = await countedBy(bots[1])
    return { ...judge(channel.calls, chats, killed), left, counted }
  } finally {
    await Promise.all(bots.map((bot) => bot.kill9()))
    await rm(folder, { recursive: true, force: true })
  }
}

/** Gives when which process was killed. */
async function killHalfWay(
  victim: BotProcess,
  { calls }: StormyChannel,
  messages: number,
  say: (line: string) => void,
): Promise<Map<number, number>> {
  const ofVictim = () => calls.filter(({ process }) => process === victim.pid).length
  for (let tries = 0; tries < 1200 && (calls.length < messages / 2 || ofVictim() === 0); tries += 1)
    await pause(100)
  say(`killed after ${calls.length} calls, ${ofVictim()} of them its own`)
  const killed = new Map([[victim.pid ?? 0, performance.now()]])
  await victim.kill9()
  return killed
}

/** Gives what is left after all. */
async function calm(redis: RedisServer, seconds: number, tick: () => void): Promise<number> {
  const end = performance.now() + seconds * 1000
  const left = async () =>
    (await redis.ask((client) => client.zcard('rewards:unsent'))) + (await countDue(redis))
  while ((await left()) > 0 && performance.now() < end) {
    await pause(2_000)
    tick()
  }
  return left()
}

async function countedBy(bot: BotProcess): Promise<string[]> {
  const text = await (await fetch(`${bot.url}/metrics`)).text()
  return text.split('\n').filter((line) => line.startsWith('rewards_reminders') && line.includes('_total'))
}
