import type { Codec } from '../../encryption/codec.ts'
import { type DocumentKind, documentKinds } from '../../store/documents.ts'
import type { Documents, Snapshot, TurnKeys, Versioned } from '../../store/ports.ts'
import { type Database, type ReadTransaction, readEntry } from './database.ts'
import type { Entry } from './entry.ts'
import { keys, namesIn, type StoreKey } from './keys.ts'
import { readDelivered } from './outbox.ts'

/** Names of a turn's documents. */
export const documentNames = ['company', 'person', 'conversation', 'roster'] as const

/** Returns the key of a document. */
export function documentKey(name: keyof Documents, turn: TurnKeys): StoreKey {
  if (name === 'company' || name === 'roster') return keys[name](turn.tenant)
  if (name === 'person') return keys.person(turn.tenant, turn.person)
  return keys.conversation(turn.tenant, turn.conversation)
}

/** Returns the key of an activity's mark. */
export function handledKey({ tenant, conversation, activity }: TurnKeys): StoreKey {
  return keys.handled(tenant, conversation, activity)
}

/** Returns the ids in a document's key. */
export function documentIds(name: keyof Documents, turn: TurnKeys): string[] {
  if (name === 'company' || name === 'roster') return [turn.tenant]
  return [turn.tenant, turn[name]]
}

/** Reads all data of a turn in one transaction. Throws StoreError. */
export function readTurn(
  database: Database,
  codec: Codec,
  turn: TurnKeys,
  now: number,
): Omit<Snapshot, 'abandoned'> {
  return reading(database, codec, now, (read, transaction) => ({
    ...companyAndRoster(read, turn.tenant),
    person: read(documentKinds.person, documentKey('person', turn)),
    conversation: read(documentKinds.conversation, documentKey('conversation', turn)),
    handled: readEntry(database, handledKey(turn), now, transaction) !== undefined,
    delivered: readDelivered(database, turn, now, transaction),
  }))
}

/** Reads company and roster in one transaction. Throws StoreError. */
export function readGlance(
  database: Database,
  codec: Codec,
  tenant: string,
  now: number,
): Pick<Snapshot, 'company' | 'roster'> {
  return reading(database, codec, now, (read) => companyAndRoster(read, tenant))
}

type Read = <T extends { readonly schema: number }>(kind: DocumentKind<T>, key: StoreKey) => Versioned<T>

function reading<T>(
  database: Database,
  codec: Codec,
  now: number,
  work: (read: Read, transaction: ReadTransaction) => T,
): T {
  const transaction = database.useReadTransaction()
  try {
    const read: Read = (kind, key) => versioned(codec, kind, readEntry(database, key, now, transaction), key)
    return work(read, transaction)
  } finally {
    transaction.done()
  }
}

function companyAndRoster(read: Read, tenant: string): Pick<Snapshot, 'company' | 'roster'> {
  return {
    company: read(documentKinds.company, keys.company(tenant)),
    roster: read(documentKinds.roster, keys.roster(tenant)),
  }
}

function versioned<T extends { readonly schema: number }>(
  codec: Codec,
  kind: DocumentKind<T>,
  entry: Entry | undefined,
  key: StoreKey,
): Versioned<T> {
  return entry
    ? { value: codec.decode(kind, entry.text, namesIn(key)), version: entry.version }
    : { value: undefined, version: 0 }
}
