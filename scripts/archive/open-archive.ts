import { openEmbeddedArchive } from '../../src/adapters/embedded/embedded-store.ts'
import { openRedisArchive } from '../../src/adapters/redis/archive.ts'
import { addressOf } from '../../src/adapters/redis/connection.ts'
import type { Archive } from '../../src/archive/record.ts'
import type { Config } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { lookAtClock } from '../../src/time-lapse.ts'

/** The store that the settings name. Throws StoreError. */
export async function openArchive({ redis, dataDir }: Config): Promise<Archive> {
  const { clock } = await lookAtClock(dataDir)
  return redis
    ? openRedisArchive(redis, { clock, log: createLog('silent'), patience: 3_000 })
    : openEmbeddedArchive(dataDir, clock)
}

/** How the store is called in messages: its setting, and where it is, without the password. */
export function placeOf({ redis, dataDir }: Config): string {
  return redis ? `Redis at ${addressOf(redis)} (REDIS_URL)` : `${dataDir} (DATA_DIR)`
}
