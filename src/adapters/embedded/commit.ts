import { lifetime } from '../../core/time/lifetime.ts'
import type { Codec } from '../../encryption/codec.ts'
import { documentKinds } from '../../store/documents.ts'
import type { Change, Documents, TurnKeys } from '../../store/ports.ts'
import { type Database, readEntry, writeEntry } from './database.ts'
import { keys, namesIn, part } from './keys.ts'
import { lastNumber } from './numbered-entries.ts'
import { messageText } from './outbox.ts'
import { documentIds, documentKey, documentNames, handledKey } from './turn-documents.ts'

/** Change encoded before the transaction, so that encoding cannot fail within it. */
export interface EncodedChange {
  readonly keys: TurnKeys
  readonly isMarked: boolean
  readonly read: Change['read']
  readonly documents: Partial<Readonly<Record<keyof Documents, string>>>
  readonly events: readonly string[]
  readonly outbox: readonly {
    readonly delivery: string
    readonly conversation: string
    readonly text: string
  }[]
}

/** Encodes a change. Throws StoreError 'corrupt' for data that could not be read again, 'too-large'. */
export function encodeChange(
  codec: Codec,
  { keys, unmarked, read, write, events, outbox }: Change,
): EncodedChange {
  const names = (name: keyof Documents) => namesIn(documentKey(name, keys))
  const { company, person, conversation, roster } = write
  return {
    keys,
    isMarked: !unmarked,
    read,
    documents: {
      ...(company && { company: codec.encode(documentKinds.company, company, names('company')) }),
      ...(person && { person: codec.encode(documentKinds.person, person, names('person')) }),
      ...(conversation && {
        conversation: codec.encode(documentKinds.conversation, conversation, names('conversation')),
      }),
      ...(roster && { roster: codec.encode(documentKinds.roster, roster, names('roster')) }),
    },
    events: events.map((event) =>
      codec.encode(documentKinds.logEntry, { schema: 1, event }, [part(keys.tenant)]),
    ),
    outbox: outbox.map((delivery) => ({
      delivery: delivery.id,
      conversation: delivery.address.conversation,
      text: messageText(codec, delivery),
    })),
  }
}

/** Checks all versions, then writes everything; needs a write transaction. */
export function applyChange(
  database: Database,
  change: EncodedChange,
  now: number,
): 'committed' | 'conflict' {
  if (isStale(database, change, now)) return 'conflict'
  writeDocuments(database, change, now)
  keepConversation(database, change, now)
  appendEvents(database, change)
  appendOutbox(database, change)
  if (change.isMarked) markHandled(database, change.keys, now)
  return 'committed'
}

function isStale(database: Database, { keys: turn, read }: EncodedChange, now: number): boolean {
  if (readEntry(database, handledKey(turn), now)) return true
  return documentNames.some(
    (name) => (readEntry(database, documentKey(name, turn), now)?.version ?? 0) !== read[name],
  )
}

function writeDocuments(
  database: Database,
  { keys: turn, read, documents }: EncodedChange,
  now: number,
): void {
  for (const name of documentNames) {
    const text = documents[name]
    if (text === undefined) continue
    const entry = { of: documentIds(name, turn), version: read[name] + 1, text }
    const expires = name === 'conversation' ? { expires: now + lifetime.conversation } : {}
    writeEntry(database, documentKey(name, turn), { ...entry, ...expires })
  }
}

/** Extends an unchanged conversation's lifetime. */
function keepConversation(database: Database, { keys: turn, documents }: EncodedChange, now: number): void {
  if (documents.conversation !== undefined) return
  const key = documentKey('conversation', turn)
  const entry = readEntry(database, key, now)
  if (entry) writeEntry(database, key, { ...entry, expires: now + lifetime.conversation })
}

function appendEvents(database: Database, { keys: { tenant }, events }: EncodedChange): void {
  if (events.length === 0) return
  const first = lastNumber(database, (sequence) => keys.log(tenant, sequence)) + 1
  for (const [index, text] of events.entries()) {
    writeEntry(database, keys.log(tenant, first + index), { of: [tenant], version: 1, text })
  }
}

function appendOutbox(database: Database, { keys: turn, outbox }: EncodedChange): void {
  if (outbox.length === 0) return
  const first = lastNumber(database, keys.outbox) + 1
  for (const [index, { conversation, delivery, text }] of outbox.entries()) {
    const of = [conversation, delivery]
    writeEntry(database, keys.outbox(first + index), { of, version: 1, text })
    writeEntry(database, keys.pending({ tenant: turn.tenant, conversation }, delivery), {
      of,
      version: 1,
      text: String(first + index),
    })
  }
}

function markHandled(database: Database, turn: TurnKeys, now: number): void {
  const of = [turn.tenant, turn.conversation, turn.activity]
  writeEntry(database, handledKey(turn), { of, version: 1, expires: now + lifetime.handled, text: '' })
}
