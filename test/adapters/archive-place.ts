import { rm } from 'node:fs/promises'
import {
  openEmbedded,
  openEmbeddedArchive,
  openEmbeddedStore,
} from '../../src/adapters/embedded/embedded-store.ts'
import { openRedisArchive } from '../../src/adapters/redis/archive/archive.ts'
import type { Archive } from '../../src/archive/record.ts'
import { redisUrlSchema } from '../../src/config/redis-url.ts'
import type { Codec } from '../../src/encryption/codec.ts'
import { createLog } from '../../src/process/log.ts'
import type { Clock, Store } from '../../src/store/ports.ts'
import type { RedisKind } from '../support/redis/redis-kinds.ts'
import { makeFolder } from './embedded/place.ts'
import { openAt } from './redis/place.ts'
import { closeKept, openWakeupsAt } from './redis/wakeups-place.ts'
import type { Opened } from './wakeups-contract.ts'

/** One empty place to keep things, that is either served or moved. */
export interface ArchivePlace {
  store(clock: Clock): Promise<Store>
  wakeups(clock: Clock): Promise<Opened>
  archive(clock: Clock): Promise<Archive>
  discard(): Promise<void>
}

/** Without a codec nothing is encrypted. */
export async function embeddedPlace(codec?: Codec): Promise<ArchivePlace> {
  const folder = await makeFolder()
  return {
    store: (clock) => openEmbeddedStore(folder, clock, clock, codec),
    wakeups: async (clock) => {
      const { store, wakeups } = await openEmbedded(folder, clock, clock, codec)
      return { wakeups, close: () => store.close() }
    },
    archive: (clock) => openEmbeddedArchive(folder, clock, codec),
    discard: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Without a codec nothing is encrypted. */
export async function redisPlace({ url, servers }: RedisKind, codec?: Codec): Promise<ArchivePlace> {
  const some = codec && { codec }
  const empty = async () => {
    await Promise.all(servers.map((server) => server.ask((redis) => redis.flushall())))
  }
  await empty()
  const log = createLog('silent')
  return {
    store: (clock) => openAt(url, clock, some),
    wakeups: async (clock) => {
      const kept = await openWakeupsAt(url, clock, some)
      return { wakeups: kept.wakeups, close: () => closeKept(kept) }
    },
    archive: (clock) => openRedisArchive(redisUrlSchema.parse(url), { clock, log, ...some }),
    discard: empty,
  }
}
