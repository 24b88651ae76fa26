import { conversationName } from '../../store/conversation-name.ts'
import { type Clock, type ConversationKeys, leaseMs } from '../../store/ports.ts'

/**
 * Which conversations' messages this process cares for at present. The store has one process, so its memory will
 * do: what an earlier one left is nobody's.
 */
export class Leases {
  readonly #until = new Map<string, number>()
  readonly #wallClock: Clock

  constructor(wallClock: Clock) {
    this.#wallClock = wallClock
  }

  isFree(place: ConversationKeys): boolean {
    return (this.#until.get(conversationName(place)) ?? Number.NEGATIVE_INFINITY) <= this.#wallClock()
  }

  take(place: ConversationKeys): void {
    this.#until.set(conversationName(place), this.#wallClock() + leaseMs)
  }

  release(place: ConversationKeys): void {
    this.#until.delete(conversationName(place))
  }

  forgetLapsed(): void {
    const now = this.#wallClock()
    for (const [name, until] of this.#until) if (until <= now) this.#until.delete(name)
  }
}
