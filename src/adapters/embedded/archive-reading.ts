import { z } from 'zod'
import { type ArchiveRecord, namesOf } from '../../archive/record.ts'
import type { Codec, Names } from '../../encryption/codec.ts'
import { documentKinds } from '../../store/documents.ts'
import { type Database, readEntry } from './database.ts'
import type { Entry } from './entry.ts'
import { keyOfNames, namesIn, part, type StoreKey } from './keys.ts'
import { deliveredSchema, namesOfMessage } from './outbox.ts'

const forEver = Number.NEGATIVE_INFINITY

/** Returns the key of a record; undefined for a message that is not stored. */
export function keyOf(database: Database, record: ArchiveRecord): StoreKey | undefined {
  if (record.kind === 'log') return [...keyOfNames('log', record.tenant), record.number]
  if (record.kind !== 'outbox') return keyOfNames(record.kind, ...namesOf(record))
  const pending = readEntry(database, keyOfNames('pending', ...namesOf(record)), forEver)
  return pending && ['outbox', Number(pending.text)]
}

/** Reads an unexpired record. Throws StoreError. */
export function recordAt(
  database: Database,
  codec: Codec,
  key: StoreKey | undefined,
  now: number,
): ArchiveRecord | undefined {
  const entry = key && readEntry(database, key, now)
  return entry && readers.parse(key[0])(namesIn(key), entry, codec)
}

type Read = (names: Names, entry: Entry, codec: Codec) => ArchiveRecord

const company: Read = ([tenant], { text, ...entry }, codec) => ({
  kind: 'company',
  tenant,
  ...known([tenant], entry),
  document: codec.decode(documentKinds.company, text, [tenant]),
})

const person: Read = ([tenant, person = ''], { text, ...entry }, codec) => ({
  kind: 'person',
  tenant,
  person,
  ...known([tenant, person], entry),
  document: codec.decode(documentKinds.person, text, [tenant, person]),
})

const conversation: Read = ([tenant, conversation = ''], { text, ...entry }, codec) => ({
  kind: 'conversation',
  tenant,
  conversation,
  ...known([tenant, conversation], entry),
  expires: entry.expires ?? 0,
  document: codec.decode(documentKinds.conversation, text, [tenant, conversation]),
})

const roster: Read = ([tenant], { text, ...entry }, codec) => ({
  kind: 'roster',
  tenant,
  ...known([tenant], entry),
  document: codec.decode(documentKinds.roster, text, [tenant]),
})

const log: Read = ([tenant, number = ''], { text }, codec) => ({
  kind: 'log',
  tenant,
  number: Number(number),
  document: codec.decode(documentKinds.logEntry, text, [tenant]),
})

const outbox: Read = (_, { text, of }, codec) => {
  const [conversation = '', delivery = ''] = of
  const document = codec.decode(documentKinds.outboxEntry, text, namesOfMessage(of))
  return {
    kind: 'outbox',
    tenant: part(document.delivery.tenant),
    conversation: part(conversation),
    delivery: part(delivery),
    document,
  }
}

const delivered: Read = ([tenant, conversation = ''], { text, expires = 0 }) => ({
  kind: 'delivered',
  tenant,
  conversation,
  expires,
  ids: deliveredSchema.parse(JSON.parse(text)),
})

const handled: Read = ([tenant, conversation = '', activity = ''], { expires = 0 }) => ({
  kind: 'handled',
  tenant,
  conversation,
  activity,
  expires,
})

const byKind = { company, person, conversation, roster, log, outbox, delivered, handled }
const readers = z
  .enum(['company', 'person', 'conversation', 'roster', 'log', 'outbox', 'delivered', 'handled'])
  .transform((kind) => byKind[kind])

/** Returns the version, and the ids if a name is a hash. */
function known(names: readonly string[], { version, of }: Omit<Entry, 'text'>) {
  return { version, ...(names.some((name) => name.startsWith('#')) && { of }) }
}
