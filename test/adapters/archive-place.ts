import { rm } from 'node:fs/promises'
import {
  openEmbedded,
  openEmbeddedArchive,
  openEmbeddedStore,
} from '../../src/adapters/embedded/embedded-store.ts'
import { openRedisArchive } from '../../src/adapters/redis/archive.ts'
import type { Archive } from '../../src/archive/record.ts'
import { createLog } from '../../src/log.ts'
import type { Clock, Store } from '../../src/ports.ts'
import { redisUrlSchema } from '../../src/redis-url.ts'
import type { RedisKind } from '../support/redis-kinds.ts'
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

export async function embeddedPlace(): Promise<ArchivePlace> {
  const folder = await makeFolder()
  return {
    store: (clock) => openEmbeddedStore(folder, clock, clock),
    wakeups: async (clock) => {
      const { store, wakeups } = await openEmbedded(folder, clock)
      return { wakeups, close: () => store.close() }
    },
    archive: (clock) => openEmbeddedArchive(folder, clock),
    discard: () => rm(folder, { recursive: true, force: true }),
  }
}

export async function redisPlace({ url, servers }: RedisKind): Promise<ArchivePlace> {
  const empty = async () => {
    await Promise.all(servers.map((server) => server.ask((redis) => redis.flushall())))
  }
  await empty()
  const log = createLog('silent')
  return {
    store: (clock) => openAt(url, clock),
    wakeups: async (clock) => {
      const kept = await openWakeupsAt(url, clock)
      return { wakeups: kept.wakeups, close: () => closeKept(kept) }
    },
    archive: (clock) => openRedisArchive(redisUrlSchema.parse(url), { clock, log }),
    discard: empty,
  }
}
