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

/** Delivered messages remembered per conversation; older cards are not replaced. */
const mostRemembered = 20

/** Delivery ids with the channel's ids, oldest first. */
export const deliveredSchema = z.array(z.tuple([z.string(), z.string()]))

/** Removes messages from the outbox and records their channel ids; needs a write transaction. */
export function acknowledgeDeliveries(
  database: Database,
  chat: ConversationKeys,
  receipts: readonly Receipt[],
  now: number,
): void {
  for (const { delivery } of receipts) dropFromOutbox(database, chat, delivery)
  const named = receipts.flatMap(({ delivery, activityId }) =>
    activityId ? [[delivery, activityId] as const] : [],
  )
  if (named.length === 0) return
  const known = readDelivered(database, chat, now)
  // A repeated delivery counts as the latest.
  for (const [delivery] of named) known.delete(delivery)
  const all = [...known, ...named]
  writeEntry(database, keys.delivered(chat), {
    of: [chat.tenant, chat.conversation],
    version: 1,
    expires: now + lifetime.delivered,
    text: JSON.stringify(all.slice(-mostRemembered)),
  })
}

function dropFromOutbox(database: Database, chat: ConversationKeys, delivery: string): void {
  const pendingKey = keys.pending(chat, delivery)
  const pending = readEntry(database, pendingKey, Number.NEGATIVE_INFINITY)
  if (!pending) return
  database.removeSync(keys.outbox(Number(pending.text)))
  database.removeSync(pendingKey)
}

/** Replaces the text of a waiting message; needs a write transaction. */
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

/** Encodes a message. Throws StoreError. */
export function messageText(codec: Codec, delivery: Delivery): string {
  return codec.encode(documentKinds.outboxEntry, { schema: 1, delivery }, namesOfDelivery(delivery))
}

/** Reads the channel ids of the latest messages by delivery id. */
export function readDelivered(
  database: Database,
  chat: ConversationKeys,
  now: number,
  transaction?: ReadTransaction,
): Map<string, string> {
  const entry = readEntry(database, keys.delivered(chat), now, transaction)
  return new Map(entry ? deliveredSchema.parse(JSON.parse(entry.text)) : [])
}

/** Yields unleased messages oldest first, leasing them; ignores commits after the call. */
export async function* readOutbox(
  opened: () => Database,
  codec: Codec,
  leases: Leases,
): AsyncGenerator<Delivery> {
  const mine = new Set<string>()
  leases.forgetLapsed()
  for await (const entry of readNumbered(opened, keys.outbox)) {
    const delivery = deliveryIn(codec, entry)
    const chat = { tenant: delivery.tenant, conversation: delivery.address.conversation }
    const name = JSON.stringify(chat)
    if (!mine.has(name) && !leases.isFree(chat)) continue
    mine.add(name)
    leases.take(chat)
    yield delivery
  }
}

/** Leases a conversation's unleased messages and returns them oldest first. */
export function readAbandoned(
  database: Database,
  codec: Codec,
  chat: ConversationKeys,
  leases: Leases,
): Delivery[] {
  if (!leases.isFree(chat)) return []
  const range = { start: keys.pendingBefore(chat), end: keys.pendingAfter(chat) }
  const sequences = [...database.getRange(range)].map(({ key, value }) => Number(unseal(value, key).text))
  if (sequences.length > 0) leases.take(chat)
  return sequences
    .sort((one, other) => one - other)
    .flatMap((sequence) => readEntry(database, keys.outbox(sequence), Number.NEGATIVE_INFINITY) ?? [])
    .map((entry) => deliveryIn(codec, entry))
}

function deliveryIn(codec: Codec, { text, of }: Entry): Delivery {
  return codec.decode(documentKinds.outboxEntry, text, namesOfMessage(of)).delivery
}

/** Returns the names to which a message's ciphertext is bound. */
export function namesOfDelivery({ address: { conversation }, id }: Delivery): Names {
  return namesOfMessage([conversation, id])
}

/** Returns the same names from an entry's `of`; the text itself contains the company. */
export function namesOfMessage([conversation = '', delivery = '']: readonly string[]): Names {
  return [part(conversation), part(delivery)]
}
