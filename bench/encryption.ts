import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedStore } from '../src/adapters/embedded/embedded-store.ts'
import { openRedisStore } from '../src/adapters/redis/redis-store.ts'
import { redisUrlSchema } from '../src/config/redis-url.ts'
import { Codec, plainCodec } from '../src/encryption/codec.ts'
import { encryptionKeysSchema } from '../src/encryption/keys.ts'
import { createLog } from '../src/process/log.ts'
import type { Store } from '../src/store/ports.ts'
import { startRedis } from '../test/support/redis/redis-server.ts'
import { type Typical, typical } from './typical.ts'

const turns = Number(process.argv[2] ?? 1_000)
const rounds = 6
const encrypted = new Codec(encryptionKeysSchema.parse(`k1:${Buffer.alloc(32, 1).toString('base64')}`))
const codecs = { plain: plainCodec, 'plain again': plainCodec, encrypted }
type Name = keyof typeof codecs

interface Cost {
  /** Milliseconds per turn, measured sequentially. */
  readonly wall: number
  /** Milliseconds of processor time of this process. */
  readonly work: number
}

/** Opens, commits and acknowledges, as every turn does. */
async function perTurn(store: Store, tenant: string, sample: Typical): Promise<Cost> {
  const began = performance.now()
  const before = process.cpuUsage()
  for (let turn = 0; turn < turns; turn += 1) {
    const keys = { tenant, person: 'person', conversation: 'conversation', activity: `${tenant} ${turn}` }
    const { company, person, conversation, roster } = await store.open(keys)
    const read = {
      company: company.version,
      person: person.version,
      conversation: conversation.version,
      roster: roster.version,
    }
    const event = sample.log[turn % sample.log.length]?.document.event
    const write = {
      company: { ...sample.company.document, tenant },
      person: sample.person.document,
      conversation: sample.conversation.document,
    }
    const address = { ...sample.conversation.document.address, conversation: keys.conversation }
    const delivery = {
      id: `message ${turn}`,
      tenant,
      address,
      activity: { type: 'message', text: 'x'.repeat(4_000) },
    }
    await store.commit({ keys, read, write, events: event ? [event] : [], outbox: [delivery] })
    await store.acknowledge(keys, [{ delivery: delivery.id }])
  }
  const { user, system } = process.cpuUsage(before)
  return { wall: (performance.now() - began) / turns, work: (user + system) / 1000 / turns }
}

type Open = (codec: Codec) => Promise<Store>

/** Takes the fastest of several alternating rounds, as the machine is shared. */
async function compare(store: string, sample: Typical, openers: Readonly<Record<Name, Open>>): Promise<void> {
  const names: readonly Name[] = ['plain', 'plain again', 'encrypted']
  const best = new Map<Name, Cost>()
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const store = await openers[name](codecs[name])
      const took = await perTurn(store, `tenant ${round}`, sample)
      const { wall, work } = best.get(name) ?? took
      best.set(name, { wall: Math.min(wall, took.wall), work: Math.min(work, took.work) })
      await store.close()
    }
  }
  const floor = best.get('plain')
  for (const [name, { wall, work }] of best) {
    const ratios = [wall / (floor?.wall ?? 0), work / (floor?.work ?? 0)].map((ratio) => ratio.toFixed(2))
    const [byWall, byWork] = ratios
    console.log(
      `${store} ${name.padEnd(12)} ${wall.toFixed(2)} ms × ${byWall}, work ${work.toFixed(2)} ms × ${byWork}`,
    )
  }
}

async function run(): Promise<void> {
  console.log(
    `${turns} turns, ${rounds} rounds, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`,
  )
  const server = await startRedis()
  const folder = await mkdtemp(join(tmpdir(), 'encryption-'))
  try {
    const sample = await typical(server.url)
    const log = createLog('silent')
    const inRedis = (database: number) => (codec: Codec) =>
      openRedisStore(redisUrlSchema.parse(`${server.url}/${database}`), { clock: Date.now, log, codec })
    const inFolder = (name: string) => (codec: Codec) =>
      openEmbeddedStore(join(folder, name), Date.now, Date.now, codec)
    await compare('Redis', sample, { plain: inRedis(1), 'plain again': inRedis(2), encrypted: inRedis(3) })
    await compare('LMDB ', sample, {
      plain: inFolder('1'),
      'plain again': inFolder('2'),
      encrypted: inFolder('3'),
    })
    const bytes = [sample.company.document, sample.conversation.document].map(
      (document) => JSON.stringify(document).length,
    )
    console.log(`Characters of company and conversation: ${bytes.join(', ')}`)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

await run()
