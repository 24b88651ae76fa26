import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { ConversationKeys } from '../../src/store/ports.ts'
import { type Blocking, MessageQueue, type Waiting } from './message-queue.ts'

const forEver = Number.POSITIVE_INFINITY
/** Milliseconds for which a failing or unanswered reply delays the next one. */
const order = 3_000
const replies: Blocking = { busy: order, pausing: order }
const oneByOne: Blocking = { busy: forEver, pausing: 0 }

/** Queues of one conversation: replies, proactive messages, and the updates of each, every queue in its own order. */
export class ChatQueues {
  readonly keys: ConversationKeys
  timer: NodeJS.Timeout | undefined
  readonly #replies = new MessageQueue(replies)
  readonly #proactive = new MessageQueue(oneByOne)
  readonly #updates = new MessageQueue(oneByOne)
  readonly #proactiveUpdates = new MessageQueue(oneByOne)

  constructor(keys: ConversationKeys) {
    this.keys = keys
  }

  add(delivery: Delivery): void {
    for (const one of this.waiting) moveAfter(one, delivery)
    this.#queueOf(delivery).add(delivery)
  }

  remove(one: Waiting): void {
    this.#queueOf(one.delivery).remove(one)
  }

  find({ id }: Delivery): Waiting | undefined {
    return this.waiting.find(({ delivery }) => delivery.id === id)
  }

  get waiting(): Waiting[] {
    return this.#queues.flatMap(({ waiting }) => waiting)
  }

  /** Retries eager messages now: the conversation accepts messages. */
  hasten(): void {
    for (const queue of this.#queues) queue.hasten()
  }

  retryParked(): void {
    for (const queue of this.#queues) queue.retryParked()
  }

  /** Removes proactive messages that are not being sent. */
  takeProactive(): Delivery[] {
    return this.#takeFrom([this.#proactive, this.#proactiveUpdates], () => true)
  }

  /** Removes unsent proactive messages that have an update waiting: they are outdated. */
  takeOutdated(): Delivery[] {
    const replaced = new Set(
      [this.#updates, this.#proactiveUpdates].flatMap(({ waiting }) =>
        waiting.map(({ delivery }) => delivery.replaces?.delivery),
      ),
    )
    return replaced.size === 0 ? [] : this.#takeFrom([this.#proactive], ({ id }) => replaced.has(id))
  }

  /** Messages to send now, marked as busy; `again`: time of the next check, milliseconds. */
  begin(
    now: number,
    isAllowed: (one: Waiting, queue: MessageQueue) => boolean,
  ): { ready: Waiting[]; again: number } {
    const ready: Waiting[] = []
    let again = Number.POSITIVE_INFINITY
    for (const queue of this.#queues) {
      let found = queue.next(now)
      while (typeof found !== 'number' && isAllowed(found, queue) && !this.#mustWait(found)) {
        found.busySince = now
        ready.push(found)
        found = queue.next(now)
      }
      if (typeof found === 'number') again = Math.min(again, found)
    }
    return { ready, again }
  }

  /** Updates wait for their original message, and updates of replies also for any reply being sent. */
  #mustWait({ delivery: { replaces, unasked } }: Waiting): boolean {
    if (!replaces) return false
    const target = this.#replies.find(replaces.delivery) ?? this.#proactive.find(replaces.delivery)
    return target !== undefined || (!unasked && this.#replies.isBusy)
  }

  #takeFrom(queues: readonly MessageQueue[], isMeant: (delivery: Delivery) => boolean): Delivery[] {
    return queues.flatMap((queue) => {
      const taken = queue.waiting.filter((one) => one.busySince === undefined && isMeant(one.delivery))
      for (const one of taken) queue.remove(one)
      return taken.map(({ delivery }) => delivery)
    })
  }

  get #queues(): MessageQueue[] {
    return [this.#replies, this.#proactive, this.#updates, this.#proactiveUpdates]
  }

  #queueOf({ unasked, replaces }: Delivery): MessageQueue {
    if (unasked) return replaces ? this.#proactiveUpdates : this.#proactive
    return replaces ? this.#updates : this.#replies
  }
}

/** Moves a waiting message to the service URL of a newer one: chats move between regions. */
function moveAfter(one: Waiting, { at = 0, address: { serviceUrl } }: Delivery): void {
  const { delivery } = one
  if (at < (delivery.at ?? 0) || delivery.address.serviceUrl === serviceUrl) return
  one.delivery = { ...delivery, address: { ...delivery.address, serviceUrl } }
}
