import { type DocumentKind, decode, documentKinds } from '../../documents.ts'
import type { Documents, Snapshot, TurnKeys, Versioned } from '../../ports.ts'
import { type Database, type ReadTransaction, readEntry } from './database.ts'
import type { Entry } from './entry.ts'
import { keys, type StoreKey } from './keys.ts'
import { readDelivered } from './outbox.ts'

export const documentNames = ['company', 'person', 'conversation', 'roster'] as const

export function documentKey(name: keyof Documents, turn: TurnKeys): StoreKey {
  if (name === 'company' || name === 'roster') return keys[name](turn.tenant)
  if (name === 'person') return keys.person(turn.tenant, turn.person)
  return keys.conversation(turn.tenant, turn.conversation)
}

export function handledKey({ tenant, conversation, activity }: TurnKeys): StoreKey {
  return keys.handled(tenant, conversation, activity)
}

/** The ids that make a document's key. */
export function documentIds(name: keyof Documents, turn: TurnKeys): string[] {
  if (name === 'company' || name === 'roster') return [turn.tenant]
  return [turn.tenant, turn[name]]
}

/** Everything that a turn may need, as of one instant. Throws StoreError. */
export function readTurn(database: Database, turn: TurnKeys, now: number): Omit<Snapshot, 'abandoned'> {
  return reading(database, now, (entry, transaction) => ({
    ...companyAndRoster(entry, turn.tenant),
    person: versioned(documentKinds.person, entry(documentKey('person', turn)), turn.person),
    conversation: versioned(
      documentKinds.conversation,
      entry(documentKey('conversation', turn)),
      turn.conversation,
    ),
    handled: entry(handledKey(turn)) !== undefined,
    delivered: readDelivered(database, turn, now, transaction),
  }))
}

/** What is known of a company, as of one instant. Throws StoreError. */
export function readGlance(
  database: Database,
  tenant: string,
  now: number,
): Pick<Snapshot, 'company' | 'roster'> {
  return reading(database, now, (entry) => companyAndRoster(entry, tenant))
}

type ReadKey = (key: StoreKey) => Entry | undefined

function reading<T>(
  database: Database,
  now: number,
  read: (entry: ReadKey, transaction: ReadTransaction) => T,
): T {
  const transaction = database.useReadTransaction()
  try {
    return read((key) => readEntry(database, key, now, transaction), transaction)
  } finally {
    transaction.done()
  }
}

function companyAndRoster(entry: ReadKey, tenant: string): Pick<Snapshot, 'company' | 'roster'> {
  return {
    company: versioned(documentKinds.company, entry(keys.company(tenant)), tenant),
    roster: versioned(documentKinds.roster, entry(keys.roster(tenant)), tenant),
  }
}

function versioned<T extends { readonly schema: number }>(
  kind: DocumentKind<T>,
  entry: Entry | undefined,
  key: string,
): Versioned<T> {
  return entry
    ? { value: decode(kind, entry.text, key), version: entry.version }
    : { value: undefined, version: 0 }
}
