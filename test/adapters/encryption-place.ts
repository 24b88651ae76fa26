import type { Redis } from 'ioredis'
import { type Database, openDatabase, readEntry } from '../../src/adapters/embedded/database.ts'
import { openEmbedded, openEmbeddedArchive } from '../../src/adapters/embedded/embedded-store.ts'
import { seal } from '../../src/adapters/embedded/entry.ts'
import { keys as embeddedKeys, type StoreKey } from '../../src/adapters/embedded/keys.ts'
import { documentKey as embeddedKey } from '../../src/adapters/embedded/turn-documents.ts'
import { openRedisArchive } from '../../src/adapters/redis/archive/archive.ts'
import { keys } from '../../src/adapters/redis/keys.ts'
import type { Archive } from '../../src/archive/record.ts'
import { redisUrlSchema } from '../../src/config/redis-url.ts'
import type { Codec } from '../../src/encryption/codec.ts'
import { createLog } from '../../src/process/log.ts'
import type { Clock, TurnKeys } from '../../src/store/ports.ts'
import type { RedisKind } from '../support/redis/redis-kinds.ts'
import { makeFolder } from './embedded/place.ts'
import { documentKey, openAllAt } from './redis/place.ts'
import { embeddedStoredData, type Opened, redisStoredData } from './stored-data-place.ts'

export const texts = ['company', 'person', 'conversation', 'roster', 'log', 'outbox'] as const
export type Text = (typeof texts)[number]

/** One empty place to keep things, under keys. */
export interface EncryptionPlace {
  open(clock: Clock, codec?: Codec): Promise<Opened>
  archive(clock: Clock, codec: Codec): Promise<Archive>
  /** Every key and every value as they are kept, when nothing is open. */
  raw(): Promise<string>
  /**
   * Swaps texts of two companies in the closed store, as an attacker with write access could: the first entries of log
   * and outbox. One message of each company waits, `one`'s first.
   */
  exchange(text: Text, one: TurnKeys, other: TurnKeys): Promise<void>
  discard(): Promise<void>
}

export async function embeddedEncryption(): Promise<EncryptionPlace> {
  const folder = await makeFolder()
  const { raw, discard } = await embeddedStoredData(folder)
  return {
    raw,
    discard,
    open: (clock, codec) => openEmbedded(folder, clock, clock, codec),
    archive: (clock, codec) => openEmbeddedArchive(folder, clock, codec),
    exchange: async (text, one, other) => {
      const database = openDatabase(folder)
      await exchangeEntries(database, embeddedPlaceOf(text, one, 1), embeddedPlaceOf(text, other, 2))
      await database.close()
    },
  }
}

function embeddedPlaceOf(text: Text, turn: TurnKeys, message: number): StoreKey {
  if (text === 'log') return embeddedKeys.log(turn.tenant, 1)
  return text === 'outbox' ? embeddedKeys.outbox(message) : embeddedKey(text, turn)
}

async function exchangeEntries(database: Database, one: StoreKey, other: StoreKey): Promise<void> {
  const [first, second] = [readEntry(database, one, 0), readEntry(database, other, 0)]
  if (!first || !second) throw new Error('there is nothing to exchange')
  await database.put(one, seal({ ...first, text: second.text }))
  await database.put(other, seal({ ...second, text: first.text }))
}

export async function redisEncryption(kind: RedisKind): Promise<EncryptionPlace> {
  const { url } = kind
  const [server] = kind.servers
  const { raw, discard } = await redisStoredData(kind)
  const log = createLog('silent')
  return {
    raw,
    discard,
    open: (clock, codec) => openAllAt(url, clock, codec && { codec }),
    archive: (clock, codec) =>
      openRedisArchive(redisUrlSchema.parse(url), { clock, codec, log, leaseClock: clock }),
    exchange: async (text, one, other) => server?.ask((redis) => exchangeValues(redis, text, one, other)),
  }
}

async function exchangeValues(redis: Redis, text: Text, one: TurnKeys, other: TurnKeys): Promise<void> {
  const places = await Promise.all([one, other].map((turn) => placeIn(redis, text, turn)))
  const [first, second] = places
  if (!first || !second) throw new Error('there is nothing to exchange')
  await first.write(second.value)
  await second.write(first.value)
}

async function placeIn(redis: Redis, text: Text, turn: TurnKeys) {
  if (text === 'log') {
    const key = keys.log(turn.tenant)
    return {
      value: await redis.lindex(key, 0),
      write: (value: string | null) => redis.lset(key, 0, value ?? ''),
    }
  }
  const key = text === 'outbox' ? keys.outbox(turn) : documentKey(text, turn)
  const field = text === 'outbox' ? ((await redis.hkeys(key)).find((name) => name !== ' ') ?? '') : 'd'
  return {
    value: await redis.hget(key, field),
    write: (value: string | null) => redis.hset(key, field, value ?? ''),
  }
}
