import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { conversationName } from '../src/conversation-name.ts'
import type { Delivery } from '../src/core/conversation.ts'
import { type ConversationKeys, type Held, holdMs, type Receipt, type Store } from '../src/ports.ts'
import { DeliveryQueues } from './delivery-queues.ts'
import { Receipts } from './receipts.ts'
import type { Send, Sent } from './sending.ts'

export interface Courier {
  /** Takes messages over for delivery, in order within a conversation; does not wait for them. */
  send(deliveries: readonly Delivery[]): void
  /**
   * Resolves when these are sent or given up for now, or when they have waited for long: who sends many unasked
   * messages need not be faster than the channel, and need not wait for a company that has to pause.
   */
  settled(deliveries: readonly Delivery[]): Promise<void>
  /** Delivers what other processes committed but could not send, now and for as long as this one runs. */
  start(): Promise<void>
  /** Delivers what other processes committed but could not send, and tries again what this one could not. */
  catchUp(): Promise<void>
  /** Receipts of a conversation that the store does not know yet: its next turn takes them along. */
  takeReceipts(place: ConversationKeys): readonly Receipt[]
  /** Receipts that did not reach the store after all. */
  giveBackReceipts(place: ConversationKeys, receipts: readonly Receipt[]): void
  /** Looks for nothing more; resolves when everything is delivered or given up for now, and the store knows. */
  idle(): Promise<void>
}

/** Milliseconds between two looks for messages that no process sends any more. */
const lookEvery = 30_000
/** Milliseconds: two may be late, and the messages are still ours. */
const holdEvery = holdMs / 3
/** Milliseconds for which anybody is kept waiting for messages to settle. */
const longestSettling = 5_000

/** How replies are sent, and what nobody asked for. */
export interface Sends {
  readonly reply: Send
  readonly unasked: Send
}

export function createCourier(store: Store, sends: Sends, log: Logger): Courier {
  const receipts = new Receipts(store, (error) => log.warn({ err: error }, 'receipts not kept yet'))
  const timers: NodeJS.Timeout[] = []

  const deliver = async (delivery: Delivery): Promise<boolean> => {
    const about = { delivery: delivery.id }
    try {
      const sent = await (delivery.replaces ? replace(delivery) : sendOf(delivery)(delivery))
      if (sent.kind !== 'sent') log.warn({ ...about, status: sent.status }, `message ${sent.kind}`)
      if (sent.kind === 'failed') return false
      note(delivery, sent)
      // Were this process killed now, it would be sent again, and nobody has asked for it.
      if (delivery.unasked) await receipts.tell(placeOf(delivery))
      return true
    } catch (error) {
      log.error({ ...about, err: error }, 'message failed')
      return false
    }
  }

  const sendOf = ({ unasked }: Delivery) => (unasked ? sends.unasked : sends.reply)

  const replace = async (delivery: Delivery): Promise<Sent> => {
    const { replaces } = delivery
    const known = replaces?.activityId ?? (replaces && receipts.activityIdOf(replaces.delivery))
    // A channel that named no message has nothing to replace: the old card stays, and answers as an old one.
    return known === undefined ? { kind: 'sent' } : sendOf(delivery)(delivery, known)
  }

  const note = (delivery: Delivery, sent: Sent) => {
    const activityId = sent.kind === 'sent' ? sent.activityId : undefined
    receipts.add(placeOf(delivery), { delivery: delivery.id, ...(activityId && { activityId }) })
  }

  const queues = new DeliveryQueues(deliver)

  const enqueue = (delivery: Delivery) => {
    if (!receipts.isWaiting(placeOf(delivery), delivery.id)) queues.add(delivery)
  }

  const catchUp = async () => {
    queues.resume()
    for await (const delivery of store.undelivered()) enqueue(delivery)
  }

  const hold = async () => {
    const places = together([...queues.places, ...receipts.places])
    if (places.length > 0) await store.hold(places)
  }

  /** A failure now is made up for the next time. */
  const lenient = (what: () => Promise<void>, failed: string) => () =>
    what().catch((error: unknown) => log.warn({ err: error }, failed))
  const look = lenient(catchUp, 'cannot look for undelivered messages')
  const keep = lenient(hold, 'cannot keep undelivered messages to this process')

  return {
    send: (deliveries) => {
      for (const delivery of deliveries) enqueue(delivery)
    },
    settled: async (deliveries) => {
      const over = new AbortController()
      const late = pause(longestSettling, undefined, { signal: over.signal }).catch(() => undefined)
      await Promise.race([queues.settled(deliveries), late])
      over.abort()
    },
    start: async () => {
      timers.push(setInterval(look, lookEvery).unref(), setInterval(keep, holdEvery).unref())
      await look()
    },
    catchUp,
    takeReceipts: (place) => receipts.take(place),
    giveBackReceipts: (place, some) => {
      for (const receipt of some) receipts.add(place, receipt)
    },
    idle: async () => {
      for (const timer of timers) clearInterval(timer)
      await queues.idle()
      await receipts.flush()
    },
  }
}

function placeOf({ tenant, address }: Delivery): ConversationKeys {
  return { tenant, conversation: address.conversation }
}

/** One entry for each conversation. */
function together(places: readonly Held[]): Held[] {
  const byName = new Map<string, Held>()
  for (const place of places) {
    const name = conversationName(place)
    const known = byName.get(name)?.messages ?? 0
    byName.set(name, { ...place, messages: known + place.messages })
  }
  return [...byName.values()]
}
