import { openEmbeddedArchive } from '../../src/adapters/embedded/embedded-store.ts'
import type { Archive } from '../../src/archive/record.ts'
import type { Config } from '../../src/config/config.ts'
import { addressOf } from '../../src/config/redis-url.ts'
import { Codec } from '../../src/encryption/codec.ts'
import { createLog } from '../../src/process/log.ts'
import { lookAtClock } from '../../src/time/time-lapse.ts'

/** The store that the settings name. Throws StoreError. */
export async function openArchive({ redis, dataDir, encryptionKeys }: Config): Promise<Archive> {
  const codec = new Codec(encryptionKeys)
  const { clock } = await lookAtClock(dataDir)
  if (!redis) return openEmbeddedArchive(dataDir, clock, codec)
  const { openRedisArchive } = await import('../../src/adapters/redis/archive/archive.ts')
  return openRedisArchive(redis, { clock, codec, log: createLog('silent'), timeout: 3_000 })
}

/** How the store is called in messages: its setting, and where it is, without the password. */
export function conversationKeysOf({ redis, dataDir }: Config): string {
  return redis ? `Redis at ${addressOf(redis)} (REDIS_URL)` : `${dataDir} (DATA_DIR)`
}
