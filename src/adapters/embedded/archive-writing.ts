import { type ArchiveRecord, namesOf, type RecordOf } from '../../archive/record.ts'
import { documentKinds, encode } from '../../documents.ts'
import { StoreError } from '../../ports.ts'
import { keyOf } from './archive-reading.ts'
import { type Database, readEntry, writeEntry } from './database.ts'
import type { Entry } from './entry.ts'
import { keyOfNames, keys } from './keys.ts'
import { lastNumber } from './numbered-entries.ts'

/** Inside a write transaction: writes what is not there and has not expired. Throws StoreError. */
export function restoreRecord(database: Database, record: ArchiveRecord, now: number): void {
  const key = keyOf(database, record)
  if (key && readEntry(database, key, now)) return
  if ('expires' in record && record.expires <= now) return
  if (record.kind === 'log') refuseGap(database, record)
  if (record.kind === 'outbox') appendMessage(database, record)
  else if (key) writeEntry(database, key, entryOf(record))
}

/** As commits and receipts write it. */
export function entryOf(record: Exclude<ArchiveRecord, { kind: 'outbox' }>): Entry {
  const of = namesOf(record)
  const [, id = record.tenant] = of
  switch (record.kind) {
    case 'company':
      return { ...header(record), text: encode(documentKinds.company, record.document, id) }
    case 'person':
      return { ...header(record), text: encode(documentKinds.person, record.document, id) }
    case 'conversation':
      return { ...header(record), text: encode(documentKinds.conversation, record.document, id) }
    case 'roster':
      return { ...header(record), text: encode(documentKinds.roster, record.document, id) }
    case 'log':
      return { of, version: 1, text: encode(documentKinds.logEntry, record.document, id) }
    case 'delivered':
      return { of, version: 1, expires: record.expires, text: JSON.stringify(record.ids) }
    case 'handled':
      return { of, version: 1, expires: record.expires, text: '' }
  }
}

function header(record: RecordOf<'company' | 'person' | 'conversation' | 'roster'>): Omit<Entry, 'text'> {
  const { of = namesOf(record), version } = record
  return { of, version, ...('expires' in record && { expires: record.expires }) }
}

function refuseGap(database: Database, { tenant, number }: RecordOf<'log'>): void {
  const last = lastNumber(database, (sequence) => [...keyOfNames('log', tenant), sequence])
  if (number === last + 1) return
  throw new StoreError('corrupt', `the log of ${tenant} ends at ${last} and cannot go on at ${number}`)
}

/** Behind all others; free for whoever comes first. */
function appendMessage(database: Database, record: RecordOf<'outbox'>): void {
  const { delivery } = record.document
  const of = [delivery.address.conversation, delivery.id]
  const sequence = lastNumber(database, keys.outbox) + 1
  const text = encode(documentKinds.outboxEntry, record.document, record.delivery)
  writeEntry(database, keys.outbox(sequence), { of, version: 1, text })
  writeEntry(database, keyOfNames('pending', ...namesOf(record)), { of, version: 1, text: String(sequence) })
}
