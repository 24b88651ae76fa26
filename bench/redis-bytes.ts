import { randomBytes, randomUUID } from 'node:crypto'
import { cpus } from 'node:os'
import { keys } from '../src/adapters/redis/keys.ts'
import { openRedisStore } from '../src/adapters/redis/redis-store.ts'
import { redisUrlSchema } from '../src/config/redis-url.ts'
import { createLog } from '../src/process/log.ts'
import type { Store } from '../src/store/ports.ts'
import { type RedisServer, startRedis } from '../test/support/redis/redis-server.ts'
import { type Typical, typical } from './typical.ts'

/** Number of companies and of idle conversations. */
const count = Number(process.argv[2] ?? 100_000)
const atOnce = 64
/** Delivered messages that the bot remembers per conversation. */
const remembered = 20
const deadline = setTimeout(() => {
  console.error('Given up after 15 minutes')
  process.exit(1)
}, 900_000)

interface Company {
  readonly tenant: string
  readonly person: string
  readonly conversation: string
}

async function run(): Promise<void> {
  const server = await startRedis()
  try {
    const sample = await typical(server.url)
    await server.ask((redis) => redis.flushall())
    const log = createLog('silent')
    const store = await openRedisStore(redisUrlSchema.parse(server.url), { clock: Date.now, log })
    await measure(server, store, sample)
    await store.close()
  } finally {
    clearTimeout(deadline)
    await server.stop()
  }
}

async function measure(server: RedisServer, store: Store, sample: Typical): Promise<void> {
  const companies = Array.from({ length: count }, newCompany)
  const empty = await usedMemory(server)
  const began = performance.now()
  await each(companies, (company) => commitYear(store, sample, company))
  const marked = await usedMemory(server)
  await forgetMarks(server)
  const recorded = await usedMemory(server)
  await each(companies, (company) => commitConversation(store, sample, company))
  await forgetMarks(server)
  const talked = await usedMemory(server)
  const seconds = (performance.now() - began) / 1000
  const version = (await infoOf(server, 'server')).get('redis_version')
  console.log(
    `${count} of each, Redis ${version}, ${cpus().length} × ${cpus()[0]?.model}, ${seconds.toFixed(0)} s\n`,
  )
  printRows([
    [`company, its log of ${sample.log.length} events`, recorded - empty],
    [`idle conversation, with its person and ${remembered} delivered ids`, talked - recorded],
    ['mark of a handled activity (two days)', marked - recorded],
  ])
  await printKeys(server, companies)
  const { fragmentation, rss } = await fragmentationOf(server)
  console.log(`\nused_memory ${gigabytes(talked)}, resident ${gigabytes(rss)} (${fragmentation})`)
}

/** Ids in the form used by Teams. */
function newCompany(): Company {
  const id = (prefix: string) => `${prefix}${randomBytes(64).toString('base64url')}`
  return { tenant: randomUUID(), person: id('29:'), conversation: id('a:') }
}

async function commitYear(store: Store, { company, log, activity }: Typical, keys: Company): Promise<void> {
  await committed(store, {
    keys: { ...keys, activity: unlike(activity) },
    read: { company: 0, person: 0, conversation: 0, roster: 0 },
    write: { company: { ...company.document, tenant: keys.tenant } },
    events: log.map(({ document }) => document.event),
    outbox: [],
  })
}

async function commitConversation(store: Store, sample: Typical, keys: Company): Promise<void> {
  const { person, conversation, activity } = sample
  const address = { ...conversation.document.address, conversation: keys.conversation }
  await committed(store, {
    keys: { ...keys, activity: unlike(activity) },
    read: { company: 1, person: 0, conversation: 0, roster: 0 },
    write: { person: person.document, conversation: { ...conversation.document, address } },
    events: [],
    outbox: [],
  })
  const receipt = () => ({
    delivery: randomUUID(),
    activityId: String(1_700_000_000_000 + randomBytes(4).readUInt32BE()),
  })
  await store.acknowledge(keys, Array.from({ length: remembered }, receipt))
}

/** Returns another id of the same length. */
function unlike(activity: string): string {
  return randomBytes(activity.length).toString('hex').slice(0, activity.length)
}

async function committed(store: Store, change: Parameters<Store['commit']>[0]): Promise<void> {
  if ((await store.commit(change)) !== 'committed') throw new Error('a commit ended in a conflict')
}

async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values()
  const worker = async () => {
    for (const item of rest) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** Idle conversations have no marks, which expire two days after a turn. */
async function forgetMarks(server: RedisServer): Promise<void> {
  await server.ask(async (redis) => {
    const scan = redis.scanStream({ match: 'rewards:{*}:handled:*', count: 5_000 })
    for await (const found of scan) if (found.length > 0) await redis.del(...found)
  })
}

async function infoOf(server: RedisServer, section: string): Promise<Map<string, string>> {
  const info = await server.ask((redis) => redis.info(section))
  return new Map(
    info.split('\r\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  )
}

async function usedMemory(server: RedisServer): Promise<number> {
  return Number((await infoOf(server, 'memory')).get('used_memory'))
}

async function fragmentationOf(server: RedisServer): Promise<{ fragmentation: string; rss: number }> {
  const info = await infoOf(server, 'memory')
  return {
    fragmentation: `fragmentation ${info.get('mem_fragmentation_ratio')}`,
    rss: Number(info.get('used_memory_rss')),
  }
}

function printRows(rows: readonly [what: string, bytes: number][]): void {
  for (const [what, bytes] of rows) {
    const one = Math.round(bytes / count)
    console.log(`${what.padEnd(62)} ${String(one).padStart(7)} bytes   a million: ${gigabytes(one * 1e6)}`)
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(2)} GB`
}

/** Prints each key of some companies with its MEMORY USAGE. */
async function printKeys(server: RedisServer, companies: readonly Company[]): Promise<void> {
  const some = companies.slice(0, 200)
  const kinds = ['company', 'log', 'person', 'conversation', 'delivered'] as const
  await server.ask(async (redis) => {
    for (const kind of kinds) {
      const bytes = await Promise.all(
        some.map((company) => redis.memory('USAGE', keyOf(kind, company), 'SAMPLES', 0)),
      )
      const sum = bytes.reduce<number>((total, one) => total + (one ?? 0), 0)
      console.log(`  ${kind.padEnd(60)} ${String(Math.round(sum / some.length)).padStart(7)} bytes`)
    }
  })
}

type Kind = 'company' | 'log' | 'person' | 'conversation' | 'delivered'

function keyOf(kind: Kind, { tenant, person, conversation }: Company): string {
  const at = { tenant, conversation }
  if (kind === 'person') return keys.person(tenant, person)
  if (kind === 'conversation') return keys.conversation(tenant, conversation)
  return kind === 'delivered' ? keys.delivered(at) : keys[kind](tenant)
}

await run()
