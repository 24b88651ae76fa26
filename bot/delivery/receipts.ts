import { conversationName } from '../../src/store/conversation-name.ts'
import type { ConversationKeys, Leased, Receipt, Store } from '../../src/store/ports.ts'

/** Milliseconds a receipt waits while more of its conversation is being sent. */
const flushDelay = 1_000
/** Receipts remembered at most; the oldest are dropped. */
const mostRemembered = 10_000

interface Waiting {
  readonly keys: ConversationKeys
  readonly receipts: Receipt[]
  readonly timer: NodeJS.Timeout
}

/**
 * Deliveries accepted by the channel but unknown to the store. They are stored with the conversation's next turn, when
 * nothing more is being sent, or after a delay.
 */
export class Receipts {
  readonly #store: Store
  readonly #report: (error: unknown) => void
  readonly #waiting = new Map<string, Waiting>()
  /** Channel ids of messages, where stated. */
  readonly #done = new Map<string, string | undefined>()

  constructor(store: Store, report: (error: unknown) => void) {
    this.#store = store
    this.#report = report
  }

  add(keys: ConversationKeys, receipt: Receipt): void {
    this.#remember(receipt)
    const known = this.#waiting.get(conversationName(keys))
    if (known) known.receipts.push(receipt)
    else this.#waiting.set(conversationName(keys), { keys, receipts: [receipt], timer: this.#later(keys) })
  }

  /** Removes and returns the receipts of a conversation, for the turn that stores them. */
  take(keys: ConversationKeys): Receipt[] {
    const waiting = this.#waiting.get(conversationName(keys))
    if (!waiting) return []
    clearTimeout(waiting.timer)
    this.#waiting.delete(conversationName(keys))
    return waiting.receipts
  }

  /** Tests whether this process has finished a message, which the store may not know yet. */
  isKnown(delivery: string): boolean {
    return this.#done.has(delivery)
  }

  /** Keys of conversations with unstored receipts. */
  get conversations(): Leased[] {
    return [...this.#waiting.values()].map(({ keys, receipts }) => ({ ...keys, messages: receipts.length }))
  }

  /** Channel id of a message sent by this process. */
  activityIdOf(delivery: string): string | undefined {
    return this.#done.get(delivery)
  }

  /** Stores all receipts. */
  async flush(): Promise<void> {
    await Promise.all([...this.#waiting.values()].map(({ keys }) => this.tell(keys)))
  }

  #later(keys: ConversationKeys): NodeJS.Timeout {
    return setTimeout(() => void this.tell(keys), flushDelay).unref()
  }

  /** Stores the receipts of a conversation now. */
  async tell(keys: ConversationKeys): Promise<void> {
    const receipts = this.take(keys)
    try {
      if (receipts.length > 0) await this.#store.acknowledge(keys, receipts)
    } catch (error) {
      // Kept for another try: unstored, the messages would be sent again at the next start.
      for (const receipt of receipts) this.add(keys, receipt)
      this.#report(error)
    }
  }

  #remember({ delivery, activityId }: Receipt): void {
    this.#done.set(delivery, activityId ?? this.#done.get(delivery))
    const [oldest] = this.#done.keys()
    if (this.#done.size > mostRemembered && oldest !== undefined) this.#done.delete(oldest)
  }
}
