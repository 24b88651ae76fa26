import { type DocumentKind, decode, documentKinds } from '../../documents.ts'
import type { Documents, Snapshot, TurnKeys, Versioned } from '../../ports.ts'
import { type Database, readEntry } from './database.ts'
import type { Entry } from './entry.ts'
import { keys, type StoreKey } from './keys.ts'
import { readDelivered } from './outbox.ts'

export const documentNames = ['company', 'person', 'conversation'] as const

export function documentKey(name: keyof Documents, turn: TurnKeys): StoreKey {
  if (name === 'company') return keys.company(turn.tenant)
  if (name === 'person') return keys.person(turn.tenant, turn.person)
  return keys.conversation(turn.tenant, turn.conversation)
}

export function handledKey({ tenant, conversation, activity }: TurnKeys): StoreKey {
  return keys.handled(tenant, conversation, activity)
}

/** The ids that make a document's key. */
export function documentIds(name: keyof Documents, turn: TurnKeys): string[] {
  if (name === 'company') return [turn.tenant]
  return [turn.tenant, turn[name]]
}

/** Everything that a turn may need, as of one instant. Throws StoreError. */
export function readTurn(database: Database, turn: TurnKeys, now: number): Omit<Snapshot, 'abandoned'> {
  const transaction = database.useReadTransaction()
  const entry = (key: StoreKey) => readEntry(database, key, now, transaction)
  try {
    return {
      company: versioned(documentKinds.company, entry(documentKey('company', turn)), turn.tenant),
      person: versioned(documentKinds.person, entry(documentKey('person', turn)), turn.person),
      conversation: versioned(
        documentKinds.conversation,
        entry(documentKey('conversation', turn)),
        turn.conversation,
      ),
      handled: entry(handledKey(turn)) !== undefined,
      delivered: readDelivered(database, turn, now, transaction),
    }
  } finally {
    transaction.done()
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
