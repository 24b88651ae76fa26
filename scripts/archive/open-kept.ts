import { openEmbedded } from '../../src/adapters/embedded/embedded-store.ts'
import type { Config } from '../../src/config/config.ts'
import { Codec } from '../../src/encryption/codec.ts'
import type { StoredData } from '../../src/personal-data/stored-data.ts'
import { createLog } from '../../src/process/log.ts'
import { type Store, StoreError, type Wakeups } from '../../src/store/ports.ts'
import type { PacedClock } from '../../src/time/time-lapse.ts'
import { UsageError } from './report.ts'

/** Store with wake-ups and all data. */
export interface Kept {
  readonly store: Store
  readonly wakeups: Wakeups
  readonly storedData: StoredData
}

/** Opens Redis while bots run, or the folder of a stopped bot. Throws StoreError and UsageError with a remedy. */
export async function openKept(
  { redis, dataDir, encryptionKeys }: Config,
  pace: PacedClock,
  elsewhere = '',
): Promise<Kept> {
  const { clock } = pace
  const codec = new Codec(encryptionKeys)
  if (redis) {
    const { openRedis } = await import('../../src/adapters/redis/redis-store.ts')
    return openRedis(redis, { clock, codec, pace, log: createLog('silent'), timeout: 3_000 })
  }
  try {
    return await openEmbedded(dataDir, clock, Date.now, codec)
  } catch (error) {
    throw error instanceof StoreError && error.code === 'unavailable' ? explained(error, elsewhere) : error
  }
}

function explained({ message }: StoreError, elsewhere: string): UsageError {
  const advice = `Without Redis only one process can use the store: stop the bot first${elsewhere}.`
  return new UsageError(`${message}\n${advice}`)
}

/** Closes wake-ups and store. */
export async function closeKept({ wakeups, store }: Kept): Promise<void> {
  await wakeups.close()
  await store.close()
}
