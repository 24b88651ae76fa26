import { randomUUID } from 'node:crypto'
import { type Archive, type ArchiveRecord, listeningIn, moving } from '../../archive/record.ts'
import type { Clock } from '../../ports.ts'
import { keyOf, recordAt } from './archive-reading.ts'
import { restoreRecord } from './archive-writing.ts'
import { type Database, transact } from './database.ts'
import { afterAnyPart, keyOfNames, type StoreKey } from './keys.ts'
import { writeWakeup } from './wakeup-entries.ts'

const kinds: readonly ArchiveRecord['kind'][] = [
  'company',
  'person',
  'conversation',
  'roster',
  'log',
  'delivered',
  'outbox',
  'handled',
]
const page = 100

export function archiveOf(database: Database, clock: Clock, close: () => Promise<void>): Archive {
  return {
    records: () => readAll(database, clock),
    isEmpty: async () => kinds.every((kind) => pageAfter(database, kind, undefined).length === 0),
    present: async (records) =>
      records.map((record) => {
        const found = recordAt(database, keyOf(database, record), clock())
        return found && moving(found)
      }),
    restore: (records) =>
      transact(database, () => {
        for (const record of records) restoreRecord(database, moving(record), clock())
        for (const tenant of listeningIn(records)) {
          writeWakeup(database, { id: randomUUID(), tenant, at: clock() })
        }
      }),
    close,
  }
}

/** Page by page, so that no read transaction stays open while the reader works. */
async function* readAll(database: Database, clock: Clock): AsyncGenerator<ArchiveRecord> {
  for (const kind of kinds) {
    let keys = pageAfter(database, kind, undefined)
    while (keys.length > 0) {
      for (const key of keys) {
        const record = recordAt(database, key, clock())
        if (record) yield moving(record)
      }
      keys = pageAfter(database, kind, keys.at(-1))
    }
  }
}

function pageAfter(database: Database, kind: string, last: StoreKey | undefined): StoreKey[] {
  const range = { start: last ?? keyOfNames(kind), end: keyOfNames(kind, afterAnyPart) }
  return [...database.getKeys({ ...range, limit: page, offset: last ? 1 : 0 })]
}
