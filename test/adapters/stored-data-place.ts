import { rm } from 'node:fs/promises'
import type { Redis } from 'ioredis'
import { openDatabase } from '../../src/adapters/embedded/database.ts'
import { openEmbedded } from '../../src/adapters/embedded/embedded-store.ts'
import type { Codec } from '../../src/encryption/codec.ts'
import type { StoredData } from '../../src/personal-data/stored-data.ts'
import type { Clock, Store } from '../../src/store/ports.ts'
import type { RedisKind } from '../support/redis/redis-kinds.ts'
import { makeFolder } from './embedded/place.ts'
import { openAllAt } from './redis/place.ts'

export interface Opened {
  readonly store: Store
  readonly storedData: StoredData
}

/** One empty place to keep things, and a look at all that lies in it. */
export interface StoredDataPlace {
  open(clock: Clock): Promise<Opened>
  /** Every key and every value as they are kept, when nothing is open. */
  raw(): Promise<string>
  discard(): Promise<void>
}

export async function embeddedStoredData(given?: string): Promise<StoredDataPlace> {
  const folder = given ?? (await makeFolder())
  return {
    open: (clock) => openEmbedded(folder, clock, clock),
    raw: async () => {
      const database = openDatabase(folder)
      const lines = [...database.getRange({})].map(({ key, value }) => `${JSON.stringify(key)} ${value}`)
      await database.close()
      return lines.join('\n')
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  }
}

export async function redisStoredData({ url, servers }: RedisKind, codec?: Codec): Promise<StoredDataPlace> {
  const onAll = <T>(question: (redis: Redis) => Promise<T>) =>
    Promise.all(servers.map((server) => server.ask(question)))
  await onAll((redis) => redis.flushall())
  return {
    open: (clock) => openAllAt(url, clock, codec && { codec }),
    raw: async () => (await onAll(linesIn)).flat().join('\n'),
    discard: async () => {
      await onAll((redis) => redis.flushall())
    },
  }
}

/** Every key with its value. */
export async function linesIn(redis: Redis): Promise<string[]> {
  const lines: string[] = []
  for (const key of await redis.keys('*')) lines.push(`${key} ${JSON.stringify(await contentOf(redis, key))}`)
  return lines
}

async function contentOf(redis: Redis, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'hash':
      return redis.hgetall(key)
    case 'list':
      return redis.lrange(key, 0, -1)
    case 'zset':
      return redis.zrange(key, 0, '-1')
    case 'set':
      return redis.smembers(key)
    case 'stream':
      return redis.xrange(key, '-', '+')
    default:
      return redis.get(key)
  }
}
