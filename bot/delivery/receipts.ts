import { conversationName } from '../../src/store/conversation-name.ts'
import type { ConversationKeys, Leased, Receipt, Store } from '../../src/store/ports.ts'

/** How long a receipt waits while more of its conversation is being sent, in milliseconds. */
const patience = 1_000
/** More are not kept in mind; the oldest go first. */
const mostRemembered = 10_000

interface Waiting {
  readonly place: ConversationKeys
  readonly receipts: Receipt[]
  readonly timer: NodeJS.Timeout
}

/**
 * Messages that the channel has taken, until the store knows: with the next turn of the conversation where that comes meanwhile,
 * or else once nothing of the conversation is being sent, or after a while.
 */
export class Receipts {
  readonly #store: Store
  readonly #report: (error: unknown) => void
  readonly #waiting = new Map<string, Waiting>()
  /** The channel's ids of messages, where it told one. */
  readonly #done = new Map<string, string | undefined>()

  constructor(store: Store, report: (error: unknown) => void) {
    this.#store = store
    this.#report = report
  }

  add(place: ConversationKeys, receipt: Receipt): void {
    this.#remember(receipt)
    const known = this.#waiting.get(conversationName(place))
    if (known) known.receipts.push(receipt)
    else this.#waiting.set(conversationName(place), { place, receipts: [receipt], timer: this.#later(place) })
  }

  /** The receipts of a conversation, for the turn that tells the store of them. */
  take(place: ConversationKeys): Receipt[] {
    const waiting = this.#waiting.get(conversationName(place))
    if (!waiting) return []
    clearTimeout(waiting.timer)
    this.#waiting.delete(conversationName(place))
    return waiting.receipts
  }

  /** Whether this process is done with a message, whatever the store says: it may not know yet, or have been read before. */
  isKnown(delivery: string): boolean {
    return this.#done.has(delivery)
  }

  /** Conversations whose receipts the store does not know yet. */
  get places(): Leased[] {
    return [...this.#waiting.values()].map(({ place, receipts }) => ({ ...place, messages: receipts.length }))
  }

  /** The channel's id of a message that this process has sent. */
  activityIdOf(delivery: string): string | undefined {
    return this.#done.get(delivery)
  }

  /** Tells the store of all that waits. */
  async flush(): Promise<void> {
    await Promise.all([...this.#waiting.values()].map(({ place }) => this.tell(place)))
  }

  #later(place: ConversationKeys): NodeJS.Timeout {
    return setTimeout(() => void this.tell(place), patience).unref()
  }

  /** Tells the store now, where no turn will come along. */
  async tell(place: ConversationKeys): Promise<void> {
    const receipts = this.take(place)
    try {
      if (receipts.length > 0) await this.#store.acknowledge(place, receipts)
    } catch (error) {
      // Unknown to the store they would be sent again at the next start: they wait for another try.
      for (const receipt of receipts) this.add(place, receipt)
      this.#report(error)
    }
  }

  #remember({ delivery, activityId }: Receipt): void {
    this.#done.set(delivery, activityId ?? this.#done.get(delivery))
    const [oldest] = this.#done.keys()
    if (this.#done.size > mostRemembered && oldest !== undefined) this.#done.delete(oldest)
  }
}
