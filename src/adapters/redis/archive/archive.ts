import { type Archive, type ArchiveRecord, listeningIn, moving } from '../../../archive/record.ts'
import type { RedisLocation } from '../../../config/redis-url.ts'
import { rekeyed } from '../../../encryption/register.ts'
import { patterns } from '../keys.ts'
import { openPlace, type RedisStoreOptions } from '../redis-store.ts'
import { isEmpty, registerOf } from '../register.ts'
import { scanKeys } from '../scan.ts'
import type { StoreContext } from '../store-context.ts'
import { WakeupQueue } from '../wakeups/wakeup-queue.ts'
import { presentOf, recordsUnder } from './archive-reading.ts'
import { restoreRecords } from './archive-writing.ts'
import { rekeyPass } from './rekeying.ts'

/** What Redis holds, to be moved, instead of serving it. Throws StoreError. */
export async function openRedisArchive(
  location: RedisLocation,
  options: RedisStoreOptions,
): Promise<Archive> {
  const { place, close } = await openPlace(location, options)
  const queue = new WakeupQueue(place.client, dueAtOnce)
  return {
    records: () => readAll(place),
    isEmpty: () => isEmpty(place),
    present: (records) =>
      Promise.all(
        records.map(async (record) => {
          const found = await presentOf(place, record)
          return found && moving(found)
        }),
      ),
    restore: async (records) => {
      // First, as before a commit: one that comes for nothing does no harm.
      await Promise.all(listeningIn(records).map((tenant) => queue.add(tenant, place.clock())))
      await restoreRecords(place, records.map(moving))
    },
    rekey: () => rekeyed(place.codec, registerOf(place), () => rekeyPass(place)),
    close: async () => {
      await queue.close()
      await close()
    },
  }
}

const dueAtOnce = { realDelay: () => 0 }

/** Of the keys that one SCAN finds, all small ones are asked for at once. */
async function* readAll(place: StoreContext): AsyncGenerator<ArchiveRecord> {
  for await (const found of scanKeys(place, patterns.everything)) {
    for (const records of await Promise.all(found.map((key) => recordsUnder(place, key)))) {
      for await (const record of records) yield moving(record)
    }
  }
}
