import { z } from 'zod'
import type { Delivery } from '../../core/conversation/conversation.ts'
import { lifetime } from '../../core/time/lifetime.ts'
import { mostRemembered } from '../../store/delivered-messages.ts'
import { documentKinds } from '../../store/documents.ts'
import { type ConversationKeys, type Leased, leaseMs, type Receipt } from '../../store/ports.ts'
import { callRedis } from './call-redis.ts'
import { boundTo, keys, part, unsentKey } from './keys.ts'
import { deliveriesIn } from './messages.ts'
import { receiptArguments } from './receipt-arguments.ts'
import { leaseNow, type StoreContext } from './store-context.ts'
import { listsWithDue } from './unsent-lists.ts'

/** Outboxes per request. */
const page = 100

/** Removes delivered messages and records their channel ids. Throws StoreError. */
export async function acknowledge(
  context: StoreContext,
  chat: ConversationKeys,
  receipts: readonly Receipt[],
): Promise<void> {
  const args = [
    keys.delivered(chat),
    keys.outbox(chat),
    unsentKey(chat.tenant, context.sharded),
    lifetime.delivered,
    mostRemembered,
    ...receiptArguments(receipts, context.clock()),
  ]
  await callRedis(() => context.client.acknowledgeDeliveries(...args))
}

/** Renews leases. Throws StoreError. */
export async function lease(context: StoreContext, leases: readonly Leased[]): Promise<void> {
  const renew = ({ messages, ...chat }: Leased) =>
    context.client.leaseOutbox(
      keys.outbox(chat),
      unsentKey(chat.tenant, context.sharded),
      leaseNow(context),
      leaseMs,
      messages,
    )
  await Promise.all(leases.map((chat) => callRedis(() => renew(chat))))
}

/** Ends leases. Throws StoreError. */
export async function release(context: StoreContext, leases: readonly Leased[]): Promise<void> {
  const end = ({ messages, ...chat }: Leased) =>
    context.client.releaseOutbox(keys.outbox(chat), unsentKey(chat.tenant, context.sharded), messages)
  await Promise.all(leases.map((chat) => callRedis(() => end(chat))))
}

/** Replaces the text of a waiting message. Throws StoreError. */
export async function amend({ client, codec }: StoreContext, delivery: Delivery): Promise<void> {
  const outbox = keys.outbox({ tenant: delivery.tenant, conversation: delivery.address.conversation })
  const name = part(delivery.id)
  const text = codec.encode(documentKinds.outboxEntry, { schema: 1, delivery }, boundTo(outbox, name))
  await callRedis(() => client.amendMessage(outbox, name, text))
}

/** Yields unleased messages by conversation, leasing them; concurrent readers share them. Throws StoreError. */
export async function* readUndelivered(context: StoreContext): AsyncGenerator<Delivery> {
  const now = await presentOf(context)
  for await (const unsent of listsWithDue(context, now)) {
    for (
      let due = await dueIn(context, unsent, now);
      due.length > 0;
      due = await dueIn(context, unsent, now)
    ) {
      for (const outbox of due) yield* await claim(context, outbox, unsent)
    }
  }
}

async function presentOf({ client, leaseClock }: StoreContext): Promise<number> {
  if (leaseClock) return leaseClock()
  const [seconds] = await callRedis(() => client.time())
  return Number(seconds) * 1000
}

function dueIn({ client }: StoreContext, unsent: string, now: number): Promise<string[]> {
  return callRedis(() => client.zrangebyscore(unsent, '-inf', now, 'LIMIT', 0, page))
}

/** Leases an outbox and returns its messages; empty if another process was first. */
async function claim(context: StoreContext, outbox: string, unsent: string): Promise<Delivery[]> {
  const messages = await callRedis(() =>
    context.client.claimOutbox(outbox, unsent, leaseNow(context), leaseMs),
  )
  return deliveriesIn(context.codec, z.array(z.string()).parse(messages), outbox)
}
