import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { DeliveryCounts } from '../../src/process/metrics.ts'
import { conversationKeysOf } from '../../src/store/conversation-keys.ts'
import { conversationName } from '../../src/store/conversation-name.ts'
import {
  type ConversationKeys,
  type Leased,
  leaseMs,
  type Receipt,
  type Store,
} from '../../src/store/ports.ts'
import { DeliveryQueues, type Next } from './delivery-queues.ts'
import { type LosingServices, noteLost } from './lost-replies.ts'
import { Receipts } from './receipts.ts'
import type { Sent, Tries } from './send.ts'
import type { Sends } from './sends.ts'

export interface Dispatcher {
  /** Takes messages over for delivery, in order within a conversation; does not wait for them. */
  send(deliveries: readonly Delivery[]): void
  /** The same with messages that another process left: the channel may have them already. */
  takeOver(deliveries: readonly Delivery[]): void
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
  /**
   * Looks for nothing more; resolves when everything is delivered or given up for now, and the store knows. What is left
   * others may send at once.
   */
  idle(): Promise<void>
}

/** Milliseconds between two looks for messages that no process sends any more. */
const lookEvery = 30_000
/** Milliseconds: two may be late, and the messages are still ours. */
const renewEvery = leaseMs / 3
/** Milliseconds for which anybody is kept waiting for messages to settle. */
const longestSettling = 5_000

export interface DispatcherServices extends LosingServices {
  readonly store: Store
  readonly sends: Sends
  readonly counts: Pick<DeliveryCounts, 'dropped' | 'updateFailed'>
  readonly log: Logger
}

export function createDispatcher(services: DispatcherServices): Dispatcher {
  const { store, sends, counts, log } = services
  const receipts = new Receipts(store, (error) => log.warn({ err: error }, 'receipts not kept yet'))
  const timers: NodeJS.Timeout[] = []

  const deliver = async (delivery: Delivery, tries: Tries): Promise<Next> => {
    try {
      const sent = tries.over ?? (await attempt(delivery, tries))
      if (sent.kind !== 'sent')
        log.warn({ delivery: delivery.id, status: sent.status }, `message ${sent.kind}`)
      if (sent.kind === 'failed') return { ...sent, kind: 'again' }
      if (sent.kind === 'refused') {
        tries.over = sent
        await forsake(delivery, sent)
      }
      await note(delivery, sent)
      return { kind: 'done', gotThrough: sent.kind === 'sent' }
    } catch (error) {
      log.error({ delivery: delivery.id, err: error }, 'message failed')
      return { kind: 'again' }
    }
  }

  const attempt = async (delivery: Delivery, tries: Tries): Promise<Sent> => {
    const { replaces, unasked } = delivery
    if (!replaces) return unasked ? sends.proactive(delivery, tries) : sends.reply(delivery, tries)
    const known = replaces.activityId ?? receipts.activityIdOf(replaces.delivery)
    // A channel that named no message has nothing to replace: the old card stays, and answers as an old one.
    if (known === undefined) return { kind: 'sent' }
    return unasked ? sends.proactive(delivery, tries, known) : sends.update(delivery, tries, known)
  }

  /** Has a lost reply told of; the end of a conversation ends its other proactive messages. */
  const forsake = async (delivery: Delivery, { isEnd }: Extract<Sent, { kind: 'refused' }>) => {
    if (delivery.unasked && isEnd) for (const other of queues.takeProactive(delivery)) drop(other, 'gone')
    if (!delivery.unasked && !delivery.replaces && !isEnd) await noteLost(services, delivery, takeOver)
  }

  const drop = (delivery: Delivery, reason: 'gone' | 'outdated') => {
    if (delivery.replaces) counts.updateFailed('reminder')
    else counts.dropped(reason)
    log.warn({ delivery: delivery.id, reason }, 'message dropped')
    void note(delivery)
  }

  const note = async (delivery: Delivery, sent?: Sent) => {
    const activityId = sent?.kind === 'sent' ? sent.activityId : undefined
    const place = conversationKeysOf(delivery)
    receipts.add(place, { delivery: delivery.id, ...(activityId && { activityId }) })
    sends.repeats.drop(delivery)
    // Were this process killed now, it would be sent again, and nobody has asked for it.
    if (delivery.unasked) await receipts.tell(place)
  }

  const queues = new DeliveryQueues({
    deliver,
    outdated: (delivery) => drop(delivery, 'outdated'),
    // The next turn might be long in coming, and a process that dies meanwhile has all sent again.
    quiet: (place) => void receipts.tell(place),
    hurry: sends.hurry,
  })

  const send = (deliveries: readonly Delivery[]) =>
    queues.add(deliveries.filter(({ id }) => !receipts.isKnown(id)))

  const takeOver = (deliveries: readonly Delivery[]) => {
    for (const delivery of deliveries) if (!queues.has(delivery)) sends.repeats.add(delivery)
    send(deliveries)
  }

  const catchUp = async () => {
    queues.resume()
    const found: Delivery[] = []
    try {
      for await (const delivery of store.undelivered()) found.push(delivery)
    } finally {
      takeOver(found)
    }
  }

  const lease = async () => {
    const places = together([...queues.places, ...receipts.places])
    if (places.length > 0) await store.lease(places)
  }

  /** Leaves to others only chats whose sent messages the store knows: else they would be sent again. */
  const release = async () => {
    const untold = new Set(receipts.places.map(conversationName))
    const places = queues.places.filter((place) => !untold.has(conversationName(place)))
    if (places.length > 0) await store.release(places)
  }

  /** A failure now is made up for the next time. */
  const lenient = (what: () => Promise<void>, failed: string) => () =>
    what().catch((error: unknown) => log.warn({ err: error }, failed))
  const look = lenient(catchUp, 'cannot look for undelivered messages')
  const keep = lenient(lease, 'cannot keep undelivered messages to this process')
  const leave = lenient(release, 'cannot leave undelivered messages to others')

  return {
    send,
    takeOver,
    settled: async (deliveries) => {
      const over = new AbortController()
      const late = pause(longestSettling, undefined, { signal: over.signal }).catch(() => undefined)
      await Promise.race([queues.settled(deliveries), late])
      over.abort()
    },
    start: async () => {
      timers.push(setInterval(look, lookEvery).unref(), setInterval(keep, renewEvery).unref())
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
      await leave()
    },
  }
}

/** One entry for each conversation. */
function together(places: readonly Leased[]): Leased[] {
  const byName = new Map<string, Leased>()
  for (const place of places) {
    const name = conversationName(place)
    const known = byName.get(name)?.messages ?? 0
    byName.set(name, { ...place, messages: known + place.messages })
  }
  return [...byName.values()]
}
