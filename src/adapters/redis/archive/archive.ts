import { type Archive, type ArchiveRecord, listeningIn, moving } from '../../../archive/record.ts'
import type { RedisLocation } from '../../../config/redis-url.ts'
import { rekeyed } from '../../../encryption/key-register.ts'
import { patterns } from '../keys.ts'
import { openContext, type RedisStoreOptions } from '../redis-store.ts'
import { isEmpty, registerOf } from '../register.ts'
import { scanKeys } from '../scan.ts'
import type { StoreContext } from '../store-context.ts'
import { WakeupQueue } from '../wakeups/wakeup-queue.ts'
import { presentOf, recordsUnder } from './archive-reading.ts'
import { restoreRecords } from './archive-writing.ts'
import { rekeyPass } from './rekeying.ts'

/** Opens Redis as an archive instead of serving it. Throws StoreError. */
export async function openRedisArchive(
  location: RedisLocation,
  options: RedisStoreOptions,
): Promise<Archive> {
  const { context, close } = await openContext(location, options)
  const queue = new WakeupQueue(context.client, dueAtOnce)
  return {
    records: () => readAll(context),
    isEmpty: () => isEmpty(context),
    present: (records) =>
      Promise.all(
        records.map(async (record) => {
          const found = await presentOf(context, record)
          return found && moving(found)
        }),
      ),
    restore: async (records) => {
      // First, as before a commit: an unneeded wake-up does no harm.
      await Promise.all(listeningIn(records).map((tenant) => queue.add(tenant, context.clock())))
      await restoreRecords(context, records.map(moving))
    },
    rekey: () => rekeyed(context.codec, registerOf(context), () => rekeyPass(context)),
    close: async () => {
      await queue.close()
      await close()
    },
  }
}

const dueAtOnce = { realDelay: () => 0 }

/** Reads all small keys of a SCAN page concurrently. */
async function* readAll(context: StoreContext): AsyncGenerator<ArchiveRecord> {
  for await (const found of scanKeys(context, patterns.everything)) {
    for (const records of await Promise.all(found.map((key) => recordsUnder(context, key)))) {
      for await (const record of records) yield moving(record)
    }
  }
}
