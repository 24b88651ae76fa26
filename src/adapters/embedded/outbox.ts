import { z } from 'zod'
import type { Delivery } from '../../core/conversation.ts'
import { decode, documentKinds } from '../../documents.ts'
import type { ConversationKeys, Receipt } from '../../ports.ts'
import { type Database, type ReadTransaction, readEntry, writeEntry } from './database.ts'
import { keys, lifetime } from './keys.ts'
import { readNumbered } from './numbered-entries.ts'

/** Cards further up the chat are not replaced any more; they answer as old ones. */
const mostRemembered = 20

const delivered = z.array(z.tuple([z.string(), z.string()]))

/** Inside a write transaction: takes messages out of the outbox and remembers the channel's ids of them. */
export function acknowledgeDeliveries(
  database: Database,
  place: ConversationKeys,
  receipts: readonly Receipt[],
  now: number,
): void {
  for (const { delivery } of receipts) dropFromOutbox(database, place, delivery)
  const named = receipts.flatMap(({ delivery, activityId }) =>
    activityId ? [[delivery, activityId] as const] : [],
  )
  if (named.length === 0) return
  const all = [...new Map([...readDelivered(database, place, now), ...named])]
  writeEntry(database, keys.delivered(place), {
    of: [place.tenant, place.conversation],
    version: 1,
    expires: now + lifetime.delivered,
    text: JSON.stringify(all.slice(-mostRemembered)),
  })
}

function dropFromOutbox(database: Database, place: ConversationKeys, delivery: string): void {
  const pendingKey = keys.pending(place, delivery)
  const pending = readEntry(database, pendingKey, Number.NEGATIVE_INFINITY)
  if (!pending) return
  database.removeSync(keys.outbox(Number(pending.text)))
  database.removeSync(pendingKey)
}

/** The channel's ids of the latest messages, by delivery. */
export function readDelivered(
  database: Database,
  place: ConversationKeys,
  now: number,
  transaction?: ReadTransaction,
): Map<string, string> {
  const entry = readEntry(database, keys.delivered(place), now, transaction)
  return new Map(entry ? delivered.parse(JSON.parse(entry.text)) : [])
}

/** Oldest first. What is committed after the call is left to the turn that committed it. */
export async function* readOutbox(opened: () => Database): AsyncGenerator<Delivery> {
  for await (const { text, of } of readNumbered(opened, keys.outbox)) {
    yield decode(documentKinds.outboxEntry, text, of.join(' ')).delivery
  }
}
