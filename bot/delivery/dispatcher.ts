import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { DeliveryCounts } from '../../src/process/metrics.ts'
import { type ConversationKeys, leaseMs, type Receipt, type Store } from '../../src/store/ports.ts'
import { DeliveryAttempt } from './delivery-attempt.ts'
import { DeliveryQueues } from './delivery-queues.ts'
import { Leases } from './leases.ts'
import type { LosingServices } from './lost-replies.ts'
import { Receipts } from './receipts.ts'
import type { Sends } from './sends.ts'

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

/** Delivers the messages of the outbox: those of this process, and those that others left. */
export class Dispatcher {
  readonly #services: DispatcherServices
  readonly #receipts: Receipts
  readonly #queues: DeliveryQueues
  readonly #leases: Leases
  readonly #timers: NodeJS.Timeout[] = []

  constructor(services: DispatcherServices) {
    const { store, log } = services
    this.#services = services
    this.#receipts = new Receipts(store, (error) => log.warn({ err: error }, 'receipts not kept yet'))
    this.#queues = this.#openQueues()
    this.#leases = new Leases(store, this.#queues, this.#receipts)
  }

  /** Takes messages over for delivery, in order within a conversation; does not wait for them. */
  send(deliveries: readonly Delivery[]): void {
    this.#queues.add(deliveries.filter(({ id }) => !this.#receipts.isKnown(id)))
  }

  /** The same with messages that another process left: the channel may have them already. */
  takeOver(deliveries: readonly Delivery[]): void {
    const { repeats } = this.#services.sends
    for (const delivery of deliveries) if (!this.#queues.has(delivery)) repeats.add(delivery)
    this.send(deliveries)
  }

  /**
   * Resolves when these are sent or given up for now, or after a few seconds: a sender of many proactive messages
   * need not be faster than the channel, nor wait for a company that has to pause.
   */
  async settled(deliveries: readonly Delivery[]): Promise<void> {
    const over = new AbortController()
    const late = pause(longestSettling, undefined, { signal: over.signal }).catch(() => undefined)
    await Promise.race([this.#queues.settled(deliveries), late])
    over.abort()
  }

  /** Delivers what other processes committed but could not send, now and for as long as this one runs. */
  async start(): Promise<void> {
    const look = () => this.#lenient(this.catchUp(), 'cannot look for undelivered messages')
    const renew = () =>
      this.#lenient(this.#leases.renew(), 'cannot keep undelivered messages to this process')
    this.#timers.push(setInterval(look, lookEvery).unref(), setInterval(renew, renewEvery).unref())
    await look()
  }

  /** Delivers what other processes committed but could not send, and tries again what this one could not. */
  async catchUp(): Promise<void> {
    this.#queues.resume()
    const found: Delivery[] = []
    try {
      for await (const delivery of this.#services.store.undelivered()) found.push(delivery)
    } finally {
      this.takeOver(found)
    }
  }

  /** Receipts of a conversation that the store does not know yet: its next turn takes them along. */
  takeReceipts(place: ConversationKeys): readonly Receipt[] {
    return this.#receipts.take(place)
  }

  /** Takes back receipts that did not reach the store after all. */
  giveBackReceipts(place: ConversationKeys, receipts: readonly Receipt[]): void {
    for (const receipt of receipts) this.#receipts.add(place, receipt)
  }

  /**
   * Looks for nothing more; resolves when everything is delivered or given up for now, and the store knows. Other
   * processes may send the rest at once.
   */
  async idle(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    await this.#queues.idle()
    await this.#receipts.flush()
    await this.#lenient(this.#leases.release(), 'cannot leave undelivered messages to others')
  }

  #openQueues(): DeliveryQueues {
    const receipts = this.#receipts
    const attempt = new DeliveryAttempt({
      ...this.#services,
      receipts,
      takeProactive: (delivery) => this.#queues.takeProactive(delivery),
      takeOver: (deliveries) => this.takeOver(deliveries),
    })
    return new DeliveryQueues({
      deliver: (delivery, tries) => attempt.deliver(delivery, tries),
      outdated: (delivery) => attempt.drop(delivery, 'outdated'),
      // The next turn might be long in coming, and a process that dies meanwhile has all sent again.
      quiet: (place) => void receipts.tell(place),
      hurry: this.#services.sends.hurry,
    })
  }

  /** Logs a failure, which is made up for the next time. */
  #lenient(work: Promise<void>, failed: string): Promise<void> {
    return work.catch((error: unknown) => this.#services.log.warn({ err: error }, failed))
  }
}
