import { randomUUID } from 'node:crypto'
import { type Archive, type ArchiveRecord, listeningIn, moving } from '../../archive/record.ts'
import type { Codec } from '../../encryption/codec.ts'
import { rekeyed } from '../../encryption/key-register.ts'
import type { Clock } from '../../store/ports.ts'
import { keyOf, recordAt } from './archive-reading.ts'
import { restoreRecord } from './archive-writing.ts'
import { type Database, transact } from './database.ts'
import { isEmpty, kinds, pageAfter, type Range, rangeOf } from './ranges.ts'
import { registerOf } from './register.ts'
import { rekeyPass } from './rekeying.ts'
import { writeWakeup } from './wakeup-entries.ts'

/** Opens an archive over a database. `release` ends the process's claim on the folder. */
export function archiveOf(
  database: Database,
  codec: Codec,
  clock: Clock,
  close: () => Promise<void>,
): Archive {
  return {
    records: () => recordsToMove(database, codec, clock),
    isEmpty: async () => isEmpty(database),
    present: async (records) =>
      records.map((record) => {
        const found = recordAt(database, codec, keyOf(database, record), clock())
        return found && moving(found)
      }),
    restore: (records) =>
      transact(database, () => {
        for (const record of records) restoreRecord(database, codec, moving(record), clock())
        for (const tenant of listeningIn(records)) {
          writeWakeup(database, { id: randomUUID(), tenant, at: clock() })
        }
      }),
    rekey: () => rekeyed(codec, registerOf(database), () => rekeyPass(database, codec)),
    close,
  }
}

async function* recordsToMove(database: Database, codec: Codec, clock: Clock): AsyncGenerator<ArchiveRecord> {
  const ranges = kinds.map((kind) => rangeOf(kind))
  for await (const record of readAll(() => database, codec, clock, ranges)) yield moving(record)
}

/** Reads all records of a company, by its name in keys; its messages are among those of all companies. */
export async function* readCompany(
  opened: () => Database,
  codec: Codec,
  clock: Clock,
  tenant: string,
): AsyncGenerator<ArchiveRecord> {
  const ranges = kinds.map((kind) => (kind === 'outbox' ? rangeOf(kind) : rangeOf(kind, tenant)))
  for await (const record of readAll(opened, codec, clock, ranges)) if (record.tenant === tenant) yield record
}

/** Reads in pages so that no read transaction stays open. */
async function* readAll(
  opened: () => Database,
  codec: Codec,
  clock: Clock,
  ranges: readonly Range[],
): AsyncGenerator<ArchiveRecord> {
  for (const range of ranges) {
    let keys = pageAfter(opened(), range, undefined)
    while (keys.length > 0) {
      for (const key of keys) {
        const record = recordAt(opened(), codec, key, clock())
        if (record) yield record
      }
      keys = pageAfter(opened(), range, keys.at(-1))
    }
  }
}
