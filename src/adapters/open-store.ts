import type { Config } from '../config/config.ts'
import { Codec } from '../encryption/codec.ts'
import type { StoredData } from '../personal-data/stored-data.ts'
import type { Log } from '../process/log.ts'
import type { Store, Wakeups } from '../store/ports.ts'
import type { PacedClock } from '../time/time-lapse.ts'
import { openEmbedded } from './embedded/embedded-store.ts'

/** One store, and what else reads and writes it. */
export interface OpenedStore {
  readonly store: Store
  readonly wakeups: Wakeups
  readonly storedData: StoredData
}

export interface OpenOptions {
  readonly log: Log
  /** Milliseconds for which a Redis that cannot be reached is waited for. */
  readonly timeout?: number
}

/** Opens the store that the settings name: Redis, or a folder for one process. Throws StoreError. */
export async function openStore(
  { redis, dataDir, encryptionKeys }: Pick<Config, 'redis' | 'dataDir' | 'encryptionKeys'>,
  { clock, ...pace }: PacedClock,
  options: OpenOptions,
): Promise<OpenedStore> {
  const codec = new Codec(encryptionKeys)
  if (!redis) return openEmbedded(dataDir, clock, Date.now, codec)
  // The Redis client is a good part of a start: it is loaded only where it is used.
  const { openRedis } = await import('./redis/redis-store.ts')
  return openRedis(redis, { clock, codec, pace, ...options })
}
