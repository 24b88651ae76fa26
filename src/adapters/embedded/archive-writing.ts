import { type ArchiveRecord, namesOf, type RecordOf } from '../../archive/record.ts'
import type { Codec } from '../../encryption/codec.ts'
import { documentKinds } from '../../store/documents.ts'
import { StoreError } from '../../store/ports.ts'
import { keyOf } from './archive-reading.ts'
import { type Database, readEntry, writeEntry } from './database.ts'
import type { Entry } from './entry.ts'
import { keyOfNames, keys } from './keys.ts'
import { lastNumber } from './numbered-entries.ts'
import { namesOfDelivery } from './outbox.ts'

/** Writes a missing, unexpired record; needs a write transaction. Throws StoreError. */
export function restoreRecord(database: Database, codec: Codec, record: ArchiveRecord, now: number): void {
  const key = keyOf(database, record)
  if (key && readEntry(database, key, now)) return
  if ('expires' in record && record.expires <= now) return
  if (record.kind === 'log') refuseGap(database, record)
  if (record.kind === 'outbox') appendMessage(database, codec, record)
  else if (key) writeEntry(database, key, entryOf(codec, record))
}

/** Encodes a record as commits and receipts do. */
export function entryOf(codec: Codec, record: Exclude<ArchiveRecord, { kind: 'outbox' }>): Entry {
  const of = namesOf(record)
  switch (record.kind) {
    case 'company':
      return { ...header(record), text: codec.encode(documentKinds.company, record.document, of) }
    case 'person':
      return { ...header(record), text: codec.encode(documentKinds.person, record.document, of) }
    case 'conversation':
      return { ...header(record), text: codec.encode(documentKinds.conversation, record.document, of) }
    case 'roster':
      return { ...header(record), text: codec.encode(documentKinds.roster, record.document, of) }
    case 'log':
      return { of, version: 1, text: codec.encode(documentKinds.logEntry, record.document, of) }
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
  throw new StoreError('corrupt', `the log of ${tenant} ends at ${last}, so entry ${number} cannot follow`)
}

/** Appends a message to the outbox, without a lease. */
function appendMessage(database: Database, codec: Codec, record: RecordOf<'outbox'>): void {
  const { delivery } = record.document
  const of = [delivery.address.conversation, delivery.id]
  const sequence = lastNumber(database, keys.outbox) + 1
  const text = codec.encode(documentKinds.outboxEntry, record.document, namesOfDelivery(delivery))
  writeEntry(database, keys.outbox(sequence), { of, version: 1, text })
  writeEntry(database, keyOfNames('pending', ...namesOf(record)), { of, version: 1, text: String(sequence) })
}
