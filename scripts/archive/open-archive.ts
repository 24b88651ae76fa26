import { openEmbeddedArchive } from '../../src/adapters/embedded/embedded-store.ts'
import type { Archive } from '../../src/archive/record.ts'
import type { Config } from '../../src/config/config.ts'
import { addressOf } from '../../src/config/redis-url.ts'
import { Codec } from '../../src/encryption/codec.ts'
import { createLog } from '../../src/process/log.ts'
import { readClock } from '../../src/time/time-lapse.ts'

/** Opens the store of the settings as an archive. Throws StoreError. */
export async function openArchive({ redis, dataDir, encryptionKeys }: Config): Promise<Archive> {
  const codec = new Codec(encryptionKeys)
  const { clock } = await readClock(dataDir)
  if (!redis) return openEmbeddedArchive(dataDir, clock, codec)
  const { openRedisArchive } = await import('../../src/adapters/redis/archive/archive.ts')
  return openRedisArchive(redis, { clock, codec, log: createLog('silent'), timeout: 3_000 })
}

/** Names the store in messages: its setting and location, without a password. */
export function storeNameOf({ redis, dataDir }: Config): string {
  return redis ? `Redis at ${addressOf(redis)} (REDIS_URL)` : `${dataDir} (DATA_DIR)`
}
