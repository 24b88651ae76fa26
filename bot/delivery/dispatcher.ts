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
import type { Senders } from './senders.ts'

/** Milliseconds between checks for abandoned messages. */
const checkEvery = 30_000
/** Milliseconds; two renewals may be late before a lease ends. */
const renewEvery = leaseMs / 3
/** Maximum wait for messages to settle, milliseconds. */
const longestSettling = 5_000

export interface DispatcherServices extends LosingServices {
  readonly store: Store
  readonly senders: Senders
  readonly counts: Pick<DeliveryCounts, 'dropped' | 'updateFailed'>
  readonly log: Logger
}

/** Delivers messages of the outbox, its own and abandoned ones. */
export class Dispatcher {
  readonly #services: DispatcherServices
  readonly #receipts: Receipts
  readonly #queues: DeliveryQueues
  readonly #leases: Leases
  readonly #timers: NodeJS.Timeout[] = []

  constructor(services: DispatcherServices) {
    const { store, log } = services
    this.#services = services
    this.#receipts = new Receipts(store, (error) => log.warn({ err: error }, 'receipts not stored yet'))
    this.#queues = this.#openQueues()
    this.#leases = new Leases(store, this.#queues, this.#receipts)
  }

  /** Queues messages for delivery, in order per conversation, without waiting. */
  send(deliveries: readonly Delivery[]): void {
    this.#queues.add(deliveries.filter(({ id }) => !this.#receipts.isKnown(id)))
  }

  /** Queues messages of another process, which the channel may already have. */
  takeOver(deliveries: readonly Delivery[]): void {
    const { takenOver } = this.#services.senders
    for (const delivery of deliveries) if (!this.#queues.has(delivery)) takenOver.add(delivery)
    this.send(deliveries)
  }

  /**
   * Resolves when these are sent or parked, or after a few seconds: senders of many proactive messages follow the
   * channel's pace, but do not wait for a throttled company.
   */
  async settled(deliveries: readonly Delivery[]): Promise<void> {
    const over = new AbortController()
    const late = pause(longestSettling, undefined, { signal: over.signal }).catch(() => undefined)
    await Promise.race([this.#queues.settled(deliveries), late])
    over.abort()
  }

  /** Delivers abandoned messages now and regularly. */
  async start(): Promise<void> {
    const check = () => this.#lenient(this.catchUp(), 'cannot check for undelivered messages')
    const renew = () =>
      this.#lenient(this.#leases.renew(), 'cannot keep undelivered messages to this process')
    this.#timers.push(setInterval(check, checkEvery).unref(), setInterval(renew, renewEvery).unref())
    await check()
  }

  /** Delivers abandoned messages and retries parked ones. */
  async catchUp(): Promise<void> {
    this.#queues.resume()
    const found: Delivery[] = []
    try {
      for await (const delivery of this.#services.store.undelivered()) found.push(delivery)
    } finally {
      this.takeOver(found)
    }
  }

  /** Takes the unstored receipts of a conversation, for its next turn. */
  takeReceipts(keys: ConversationKeys): readonly Receipt[] {
    return this.#receipts.take(keys)
  }

  /** Returns receipts that could not be stored. */
  giveBackReceipts(keys: ConversationKeys, receipts: readonly Receipt[]): void {
    for (const receipt of receipts) this.#receipts.add(keys, receipt)
  }

  /**
   * Stops checking; resolves when everything is sent or parked, and stored. Other processes may send the rest at once.
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
      // Stored now: the next turn may be late, and after a crash all would be sent again.
      quiet: (keys) => void receipts.tell(keys),
      hurry: this.#services.senders.hurry,
    })
  }

  /** Logs a failure; the next run makes up for it. */
  #lenient(work: Promise<void>, failed: string): Promise<void> {
    return work.catch((error: unknown) => this.#services.log.warn({ err: error }, failed))
  }
}
