import type { Redis } from 'ioredis'
import { keys } from '../../../src/adapters/redis/keys.ts'
import { openRedis, type RedisKept, type RedisStoreOptions } from '../../../src/adapters/redis/redis-store.ts'
import { redisUrlSchema } from '../../../src/config/redis-url.ts'
import type { Codec } from '../../../src/encryption/codec.ts'
import { createLog } from '../../../src/process/log.ts'
import type { Clock, Documents, Store, TurnKeys } from '../../../src/store/ports.ts'
import type { RedisKind } from '../../support/redis/redis-kinds.ts'
import type { StorePlace } from '../contract/subject.ts'

const silent = createLog('silent')

/** A store whose clocks, the one of holds too, are the test's. */
export async function openAt(
  url: string,
  clock: Clock,
  some: Partial<RedisStoreOptions> = {},
): Promise<Store> {
  return (await openAllAt(url, clock, some)).store
}

/** The same, with the wake-ups. */
export function openAllAt(
  url: string,
  clock: Clock,
  some: Partial<RedisStoreOptions> = {},
): Promise<RedisKept> {
  return openRedis(redisUrlSchema.parse(url), { clock, leaseClock: clock, log: silent, ...some })
}

/** Data on the servers is deleted before each use. */
export async function makeRedisPlace({ url, servers }: RedisKind, codec?: Codec): Promise<StorePlace> {
  const opened: Store[] = []
  const onAll = (question: (redis: Redis) => Promise<unknown>) =>
    Promise.all(servers.map((server) => server.ask(question)))
  await onAll((redis) => redis.flushall())
  return {
    open: async (clock) => {
      const store = await openAt(url, clock, codec && { codec })
      opened.push(store)
      return store
    },
    overwrite: async (name, turn, text) => {
      const key = documentKey(name, turn)
      // A master of a cluster refuses keys of the others.
      const results = await Promise.allSettled(
        servers.map((server) => server.ask((redis) => redis.hset(key, 'd', text))),
      )
      if (!results.some(({ status }) => status === 'fulfilled')) throw new Error(`there is no ${key}`)
    },
    discard: async () => {
      await Promise.all(opened.map((store) => store.close()))
      await onAll((redis) => redis.flushall())
    },
  }
}

export function documentKey(name: keyof Documents, { tenant, person, conversation }: TurnKeys): string {
  if (name === 'company' || name === 'roster') return keys[name](tenant)
  return name === 'person' ? keys.person(tenant, person) : keys.conversation(tenant, conversation)
}
