import type { Redis } from 'ioredis'
import { openRedis, type RedisKept, type RedisStoreOptions } from '../../../src/adapters/redis/redis-store.ts'
import type { WorkerTimes } from '../../../src/adapters/redis/wakeups/wakeup-worker.ts'
import { redisUrlSchema } from '../../../src/config/redis-url.ts'
import { createLog } from '../../../src/process/log.ts'
import type { Clock } from '../../../src/store/ports.ts'
import type { RedisKind } from '../../support/redis/redis-kinds.ts'
import type { Opened, WakeupsPlace } from '../wakeups-contract.ts'

/** Wake-ups of a dead process return within a second. */
export const soon: WorkerTimes = { lock: 600, stalledCheck: 200 }

/** Looks every 20 milliseconds whether a hand-driven clock shows the instant. */
const driven = (clock: Clock) => ({ realDelay: (at: number) => (at > clock() ? 20 : 0), isFast: false })

export function openWakeupsAt(
  url: string,
  clock: Clock,
  some: Partial<RedisStoreOptions> = {},
): Promise<RedisKept> {
  const log = createLog('silent')
  return openRedis(redisUrlSchema.parse(url), { clock, log, pace: driven(clock), times: soon, ...some })
}

export async function closeKept({ store, wakeups }: RedisKept): Promise<void> {
  await wakeups.close()
  await store.close()
}

/** Data on the servers is deleted before each use. */
export async function makeWakeupsPlace({ url, servers }: RedisKind): Promise<WakeupsPlace> {
  const opened: Opened[] = []
  const onAll = (question: (redis: Redis) => Promise<unknown>) =>
    Promise.all(servers.map((server) => server.ask(question)))
  await onAll((redis) => redis.flushall())
  return {
    open: async (clock) => {
      const kept = await openWakeupsAt(url, clock)
      const closable = { wakeups: kept.wakeups, close: () => closeKept(kept) }
      opened.push(closable)
      return closable
    },
    discard: async () => {
      await Promise.all(opened.map(({ close }) => close()))
      await onAll((redis) => redis.flushall())
    },
  }
}
