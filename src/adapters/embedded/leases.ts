import { conversationName } from '../../store/conversation-name.ts'
import { type Clock, type ConversationKeys, leaseMs } from '../../store/ports.ts'

/**
 * Conversations whose messages this process sends. Kept in memory, as the store has one process: earlier leases end
 * with theirs.
 */
export class Leases {
  readonly #until = new Map<string, number>()
  readonly #wallClock: Clock

  constructor(wallClock: Clock) {
    this.#wallClock = wallClock
  }

  isFree(chat: ConversationKeys): boolean {
    return (this.#until.get(conversationName(chat)) ?? Number.NEGATIVE_INFINITY) <= this.#wallClock()
  }

  take(chat: ConversationKeys): void {
    this.#until.set(conversationName(chat), this.#wallClock() + leaseMs)
  }

  release(chat: ConversationKeys): void {
    this.#until.delete(conversationName(chat))
  }

  forgetLapsed(): void {
    const now = this.#wallClock()
    for (const [name, until] of this.#until) if (until <= now) this.#until.delete(name)
  }
}
