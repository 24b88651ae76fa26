import { z } from 'zod'
import type { Delivery } from '../../core/conversation/conversation.ts'
import { lifetime } from '../../core/time/lifetime.ts'
import type { Codec, Names } from '../../encryption/codec.ts'
import { documentKinds } from '../../store/documents.ts'
import type { ConversationKeys, Receipt } from '../../store/ports.ts'
import { type Database, type ReadTransaction, readEntry, writeEntry } from './database.ts'
import { type Entry, unseal } from './entry.ts'
import { keys, part } from './keys.ts'
import type { Leases } from './leases.ts'
import { readNumbered } from './numbered-entries.ts'

/** Cards further up the chat are not replaced any more; they answer as old ones. */
const mostRemembered = 20

/** Delivery and the channel's id of it, oldest first. */
export const deliveredSchema = z.array(z.tuple([z.string(), z.string()]))

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
  const known = readDelivered(database, place, now)
  // One that is named again is the latest.
  for (const [delivery] of named) known.delete(delivery)
  const all = [...known, ...named]
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

/** Inside a write transaction: replaces the text of a message that still waits. */
export function amendMessage(
  database: Database,
  { tenant, address: { conversation }, id }: Delivery,
  text: string,
): void {
  const pending = readEntry(database, keys.pending({ tenant, conversation }, id), Number.NEGATIVE_INFINITY)
  if (!pending) return
  const of = [conversation, id]
  writeEntry(database, keys.outbox(Number(pending.text)), { of, version: 1, text })
}

/** The text under which a message is kept. Throws StoreError 'corrupt'. */
export function messageText(codec: Codec, delivery: Delivery): string {
  return codec.encode(documentKinds.outboxEntry, { schema: 1, delivery }, namesOfDelivery(delivery))
}

/** The channel's ids of the latest messages, by delivery. */
export function readDelivered(
  database: Database,
  place: ConversationKeys,
  now: number,
  transaction?: ReadTransaction,
): Map<string, string> {
  const entry = readEntry(database, keys.delivered(place), now, transaction)
  return new Map(entry ? deliveredSchema.parse(JSON.parse(entry.text)) : [])
}

/** Oldest first, and only what nobody cares for. What is committed after the call is left to who committed it. */
export async function* readOutbox(
  opened: () => Database,
  codec: Codec,
  holds: Leases,
): AsyncGenerator<Delivery> {
  const mine = new Set<string>()
  holds.forgetLapsed()
  for await (const entry of readNumbered(opened, keys.outbox)) {
    const delivery = deliveryIn(codec, entry)
    const place = { tenant: delivery.tenant, conversation: delivery.address.conversation }
    const name = JSON.stringify(place)
    if (!mine.has(name) && !holds.isFree(place)) continue
    mine.add(name)
    holds.take(place)
    yield delivery
  }
}

/** The messages of a conversation that nobody cares for, oldest first. */
export function readAbandoned(
  database: Database,
  codec: Codec,
  place: ConversationKeys,
  holds: Leases,
): Delivery[] {
  if (!holds.isFree(place)) return []
  const range = { start: keys.pendingBefore(place), end: keys.pendingAfter(place) }
  const sequences = [...database.getRange(range)].map(({ key, value }) => Number(unseal(value, key).text))
  if (sequences.length > 0) holds.take(place)
  return sequences
    .sort((one, other) => one - other)
    .flatMap((sequence) => readEntry(database, keys.outbox(sequence), Number.NEGATIVE_INFINITY) ?? [])
    .map((entry) => deliveryIn(codec, entry))
}

function deliveryIn(codec: Codec, { text, of }: Entry): Delivery {
  return codec.decode(documentKinds.outboxEntry, text, namesOfMessage(of)).delivery
}

export function namesOfDelivery({ address: { conversation }, id }: Delivery): Names {
  return namesOfMessage([conversation, id])
}

/** What the text of a message is bound to; it tells its company itself. `of` is that of its entry. */
export function namesOfMessage([conversation = '', delivery = '']: readonly string[]): Names {
  return [part(conversation), part(delivery)]
}
