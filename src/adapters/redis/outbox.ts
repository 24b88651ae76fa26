import { z } from 'zod'
import type { Delivery } from '../../core/conversation/conversation.ts'
import { lifetime } from '../../core/time/lifetime.ts'
import { documentKinds } from '../../store/documents.ts'
import { type ConversationKeys, type Leased, leaseMs, type Receipt } from '../../store/ports.ts'
import { boundTo, keys, part, unsentKey } from './keys.ts'
import { deliveriesIn } from './messages.ts'
import { patiently } from './patience.ts'
import { mostRemembered, receiptArguments } from './receipt-arguments.ts'
import { holdNow, type StoreContext } from './store-context.ts'
import { listsWithDue } from './unsent-lists.ts'

/** Outboxes that are asked for at once. */
const page = 100

export async function acknowledge(
  place: StoreContext,
  where: ConversationKeys,
  receipts: readonly Receipt[],
): Promise<void> {
  const args = [
    ...[keys.delivered(where), keys.outbox(where), unsentKey(where.tenant, place.sharded)],
    ...[lifetime.delivered, mostRemembered],
    ...receiptArguments(receipts, place.clock()),
  ]
  await patiently(() => place.client.acknowledgeDeliveries(...args))
}

export async function lease(place: StoreContext, places: readonly Leased[]): Promise<void> {
  const renew = ({ messages, ...where }: Leased) =>
    place.client.leaseOutbox(
      keys.outbox(where),
      unsentKey(where.tenant, place.sharded),
      holdNow(place),
      leaseMs,
      messages,
    )
  await Promise.all(places.map((where) => patiently(() => renew(where))))
}

export async function release(place: StoreContext, places: readonly Leased[]): Promise<void> {
  const end = ({ messages, ...where }: Leased) =>
    place.client.releaseOutbox(keys.outbox(where), unsentKey(where.tenant, place.sharded), messages)
  await Promise.all(places.map((where) => patiently(() => end(where))))
}

export async function amend({ client, codec }: StoreContext, delivery: Delivery): Promise<void> {
  const outbox = keys.outbox({ tenant: delivery.tenant, conversation: delivery.address.conversation })
  const name = part(delivery.id)
  const text = codec.encode(documentKinds.outboxEntry, { schema: 1, delivery }, boundTo(outbox, name))
  await patiently(() => client.amendMessage(outbox, name, text))
}

/** Conversation by conversation; two readers at once share them. Throws StoreError. */
export async function* readUndelivered(place: StoreContext): AsyncGenerator<Delivery> {
  const now = await presentOf(place)
  for await (const unsent of listsWithDue(place, now)) {
    for (let due = await dueIn(place, unsent, now); due.length > 0; due = await dueIn(place, unsent, now)) {
      for (const outbox of due) yield* await claim(place, outbox, unsent)
    }
  }
}

async function presentOf({ client, holdClock }: StoreContext): Promise<number> {
  if (holdClock) return holdClock()
  const [seconds] = await patiently(() => client.time())
  return Number(seconds) * 1000
}

function dueIn({ client }: StoreContext, unsent: string, now: number): Promise<string[]> {
  return patiently(() => client.zrangebyscore(unsent, '-inf', now, 'LIMIT', 0, page))
}

/** What was claimed is not due any more, whoever claimed it. */
async function claim(place: StoreContext, outbox: string, unsent: string): Promise<Delivery[]> {
  const messages = await patiently(() => place.client.claimOutbox(outbox, unsent, holdNow(place), leaseMs))
  return deliveriesIn(place.codec, z.array(z.string()).parse(messages), outbox)
}
