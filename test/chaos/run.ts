import { setTimeout as pause } from 'node:timers/promises'
import { openRedisStore } from '../../src/adapters/redis/redis-store.ts'
import { redisUrlSchema } from '../../src/config/redis-url.ts'
import { createLog } from '../../src/process/log.ts'
import type { Store } from '../../src/store/ports.ts'
import { compileBot } from '../support/bot/compiled-bot.ts'
import { type FakeConnector, startConnector } from '../support/connector/fake-connector.ts'
import { live } from '../support/past/company-past.ts'
import { audit } from './books.ts'
import { type Company, cast, type Role } from './cast.ts'
import { Chance } from './chance.ts'
import { Channel } from './channel.ts'
import { Fire } from './fire.ts'
import { RestlessPerson } from './person.ts'
import { type Duplicates, Sends } from './sends.ts'

export interface ChaosOptions {
  readonly seed: number
  readonly conversations: number
  /** Maximum time of killing processes; the conversations continue. */
  readonly seconds: number
  /** Conversations at the same time. */
  readonly atOnce: number
  /** Told how far it is. */
  readonly say?: (line: string) => void
}

export interface ChaosReport {
  /** Conversations with a receipt. */
  readonly done: number
  readonly stuck: readonly string[]
  /** Conversations without an answer to "help". */
  readonly deaf: readonly string[]
  /** Violated invariants of logs and documents. */
  readonly faults: readonly string[]
  /** Messages that were committed and never sent. */
  readonly unsent: number
  readonly undeliverable: number
  readonly brokenTurns: number
  readonly duplicates: Duplicates
  readonly kills: number
  readonly redisKills: number
  readonly figures: Readonly<Record<string, number>>
}

interface Actor {
  readonly role: Role
  readonly person: RestlessPerson
}

/** Many conversations with two bots, while the bots and their Redis are killed again and again. */
export async function chaos(options: ChaosOptions): Promise<ChaosReport> {
  const compiled = await compileBot()
  const connector = await startConnector({ personality: 'teams' })
  try {
    const fire = await Fire.prepare(compiled.command, new Chance(options.seed, 'fire'))
    try {
      return await underFire(options, fire, connector)
    } finally {
      await fire.end()
    }
  } finally {
    await connector.close()
    await compiled.discard()
  }
}

async function underFire(options: ChaosOptions, fire: Fire, connector: FakeConnector): Promise<ChaosReport> {
  const { seed, conversations } = options
  const channel = await Channel.open(
    seed,
    fire.bots.map(({ messagesUrl }) => messagesUrl),
  )
  const sends = new Sends(connector)
  const companies = cast(seed, conversations)
  await withStore(fire, (store) => haveLived(store, companies))
  const actors = companies
    .flatMap(({ roles }) => roles)
    .map((role) => {
      const chance = new Chance(seed, `person ${role.number}`)
      return { role, person: new RestlessPerson(connector, channel.urlFor(role.number), role, chance) }
    })
  const begun = performance.now()
  const stuck = await play(options, fire, actors)
  const burnt = performance.now()
  await channel.settled()
  options.say?.(`Calm after ${Math.round((burnt - begun) / 1000)} s. Stuck: ${stuck.join('\n') || 'nobody'}`)
  const deaf = await each(actors, options.atOnce, ({ person }) => person.asksForHelp())
  await channel.settled()
  const unsent = await sendTheRest(fire)
  const done = actors.filter(({ person }) => person.isDone).map(({ role }) => role)
  const faults = await withStore(fire, (store) => auditAll(store, companies, done))
  channel.close()
  const sum = (count: keyof RestlessPerson['counts']) =>
    actors.reduce((total, { person }) => total + person.counts[count], 0)
  return {
    done: done.length,
    stuck,
    deaf,
    faults,
    unsent,
    undeliverable: channel.counts.undeliverable,
    brokenTurns: fire.logged.split('a turn broke').length - 1,
    duplicates: sends.duplicates(fire.killed, fire.redisOutages),
    kills: fire.killed.size,
    redisKills: fire.redisOutages.length,
    figures: {
      activities: channel.counts.activities,
      deliveries: channel.counts.deliveries,
      retries: channel.counts.retries,
      messages: sends.messages,
      deeds: sum('deeds'),
      doubleClicks: sum('doubleClicks'),
      outOfTurn: sum('outOfTurn'),
      doneAgain: sum('again'),
      failedStarts: fire.failedStarts,
      refusedMessages: fire.logged.split('message refused').length - 1,
      'seconds under fire': Math.round((burnt - begun) / 1000),
      'seconds in all': Math.round((performance.now() - begun) / 1000),
      ...Object.fromEntries([...channel.failures].map(([why, times]) => [`answers ${why}`, times])),
    },
  }
}

/** Everybody goes through their guide; Redis dies when a third and two thirds are through. Gives who got stuck. */
async function play(
  { seconds, atOnce, say = () => {} }: ChaosOptions,
  fire: Fire,
  actors: readonly Actor[],
): Promise<string[]> {
  const out = new AbortController()
  const timer = setTimeout(() => out.abort(), seconds * 1000)
  const raging = fire.rage(out.signal)
  let dying = Promise.resolve()
  let deaths = 0
  let through = 0
  const stuck = await each(actors, atOnce, async ({ person }) => {
    await person.followsTheScript()
    through += 1
    if (through % 25 === 0) say(`${through} through, ${fire.killed.size} kills`)
    if (deaths === 2 || through < (actors.length * (deaths + 1)) / 3) return
    deaths += 1
    dying = dying.then(() => fire.killRedis())
  })
  clearTimeout(timer)
  out.abort()
  await Promise.all([raging, dying])
  return stuck
}

/** Runs some at once; returns the failures. */
async function each(
  actors: readonly Actor[],
  atOnce: number,
  act: (actor: Actor) => Promise<void>,
): Promise<string[]> {
  const waiting = [...actors]
  const failures: string[] = []
  const work = async () => {
    for (let actor = waiting.shift(); actor; actor = waiting.shift()) {
      const { number, tenant } = actor.role
      await act(actor).catch((error: unknown) => {
        failures.push(
          `conversation ${number} of ${tenant}: ${error instanceof Error ? error.message : error}`,
        )
      })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return failures
}

/**
 * Ends the bots in peace, and lets another send what the killed ones left, as it would when their time is over. Gives
 * how many conversations still have unsent messages.
 */
async function sendTheRest(fire: Fire): Promise<number> {
  await Promise.all(fire.bots.map((bot) => bot.stop()))
  const unsent = () => fire.redis.ask((redis) => redis.zcard('rewards:unsent'))
  if ((await unsent()) === 0) return 0
  await fire.redis.ask(async (redis) => {
    for (const outbox of await redis.zrange('rewards:unsent', 0, '-1'))
      await redis.zadd('rewards:unsent', '0', outbox)
  })
  const [heir] = fire.bots
  await heir?.start()
  for (let tries = 0; tries < 100 && (await unsent()) > 0; tries += 1) await pause(100)
  await heir?.stop()
  return unsent()
}

async function withStore<T>(fire: Fire, use: (store: Store) => Promise<T>): Promise<T> {
  const options = { clock: Date.now, log: createLog('silent') }
  const store = await openRedisStore(redisUrlSchema.parse(fire.redis.url), options)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

async function haveLived(store: Store, companies: readonly Company[]): Promise<void> {
  for (const { tenant, past } of companies) if (past.length > 0) await live(store, past, tenant)
}

async function auditAll(
  store: Store,
  companies: readonly Company[],
  done: readonly Role[],
): Promise<string[]> {
  const faults: string[] = []
  for (const company of companies) {
    const ours = done.filter(({ tenant }) => tenant === company.tenant)
    faults.push(...(await audit(store, company, ours)))
  }
  return faults
}
