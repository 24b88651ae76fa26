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
    records: () => recordsToMove(database, clock),
    isEmpty: async () => kinds.every((kind) => pageAfter(database, rangeOf(kind), undefined).length === 0),
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

async function* recordsToMove(database: Database, clock: Clock): AsyncGenerator<ArchiveRecord> {
  const ranges = kinds.map((kind) => rangeOf(kind))
  for await (const record of readAll(() => database, clock, ranges)) yield moving(record)
}

/** All about one company, by its name in keys. What waits to be sent lies among the messages of all companies. */
export async function* readCompany(
  opened: () => Database,
  clock: Clock,
  tenant: string,
): AsyncGenerator<ArchiveRecord> {
  const ranges = kinds.map((kind) => (kind === 'outbox' ? rangeOf(kind) : rangeOf(kind, tenant)))
  for await (const record of readAll(opened, clock, ranges)) if (record.tenant === tenant) yield record
}

interface Range {
  readonly start: StoreKey
  readonly end: StoreKey
}

const rangeOf = (...names: [string, ...string[]]): Range => ({
  start: keyOfNames(...names),
  end: keyOfNames(...names, afterAnyPart),
})

/** Page by page, so that no read transaction stays open while the reader works. */
async function* readAll(
  opened: () => Database,
  clock: Clock,
  ranges: readonly Range[],
): AsyncGenerator<ArchiveRecord> {
  for (const range of ranges) {
    let keys = pageAfter(opened(), range, undefined)
    while (keys.length > 0) {
      for (const key of keys) {
        const record = recordAt(opened(), key, clock())
        if (record) yield record
      }
      keys = pageAfter(opened(), range, keys.at(-1))
    }
  }
}

function pageAfter(database: Database, { start, end }: Range, last: StoreKey | undefined): StoreKey[] {
  return [...database.getKeys({ start: last ?? start, end, limit: page, offset: last ? 1 : 0 })]
}
