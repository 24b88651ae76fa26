import type { Config } from '../config/config.ts'
import { Codec } from '../encryption/codec.ts'
import type { StoredData } from '../personal-data/stored-data.ts'
import type { Log } from '../process/log.ts'
import type { Store, Wakeups } from '../store/ports.ts'
import type { PacedClock } from '../time/time-lapse.ts'
import { openEmbedded } from './embedded/embedded-store.ts'

/** Store with wake-ups and all data. */
export interface OpenedStore {
  readonly store: Store
  readonly wakeups: Wakeups
  readonly storedData: StoredData
}

/** Options of opening a store. */
export interface OpenOptions {
  readonly log: Log
  /** Milliseconds to wait for a Redis that cannot be reached. */
  readonly timeout?: number
}

/** Opens the store of the settings: Redis, or a folder for one process. Throws StoreError. */
export async function openStore(
  { redis, dataDir, encryptionKeys }: Pick<Config, 'redis' | 'dataDir' | 'encryptionKeys'>,
  { clock, ...pace }: PacedClock,
  options: OpenOptions,
): Promise<OpenedStore> {
  const codec = new Codec(encryptionKeys)
  if (!redis) return openEmbedded(dataDir, clock, Date.now, codec)
  // Loaded on demand, as the Redis client takes much of the start.
  const { openRedis } = await import('./redis/redis-store.ts')
  return openRedis(redis, { clock, codec, pace, ...options })
}
