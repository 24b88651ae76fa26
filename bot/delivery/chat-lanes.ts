import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { ConversationKeys } from '../../src/store/ports.ts'
import { type Blocking, Lane, type Waiting } from './lane.ts'

const forEver = Number.POSITIVE_INFINITY
/** Milliseconds for which a failing or unanswered reply delays the next one. */
const order = 3_000
const replies: Blocking = { busy: order, pausing: order }
const oneByOne: Blocking = { busy: forEver, pausing: 0 }

/** Queues of one conversation: replies, proactive messages, and the updates of each, every queue in its own order. */
export class ChatLanes {
  readonly keys: ConversationKeys
  timer: NodeJS.Timeout | undefined
  readonly #replies = new Lane(replies)
  readonly #proactive = new Lane(oneByOne)
  readonly #updates = new Lane(oneByOne)
  readonly #proactiveUpdates = new Lane(oneByOne)

  constructor(keys: ConversationKeys) {
    this.keys = keys
  }

  add(delivery: Delivery): void {
    for (const one of this.waiting) moveAfter(one, delivery)
    this.#laneOf(delivery).add(delivery)
  }

  remove(one: Waiting): void {
    this.#laneOf(one.delivery).remove(one)
  }

  find({ id }: Delivery): Waiting | undefined {
    return this.waiting.find(({ delivery }) => delivery.id === id)
  }

  get waiting(): Waiting[] {
    return this.#lanes.flatMap(({ waiting }) => waiting)
  }

  /** Retries eager messages now: the conversation accepts messages. */
  hasten(): void {
    for (const lane of this.#lanes) lane.hasten()
  }

  retryParked(): void {
    for (const lane of this.#lanes) lane.retryParked()
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
  begin(now: number, isAllowed: (one: Waiting, lane: Lane) => boolean): { ready: Waiting[]; again: number } {
    const ready: Waiting[] = []
    let again = Number.POSITIVE_INFINITY
    for (const lane of this.#lanes) {
      let found = lane.next(now)
      while (typeof found !== 'number' && isAllowed(found, lane) && !this.#mustWait(found)) {
        found.busySince = now
        ready.push(found)
        found = lane.next(now)
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

  #takeFrom(lanes: readonly Lane[], isMeant: (delivery: Delivery) => boolean): Delivery[] {
    return lanes.flatMap((lane) => {
      const taken = lane.waiting.filter((one) => one.busySince === undefined && isMeant(one.delivery))
      for (const one of taken) lane.remove(one)
      return taken.map(({ delivery }) => delivery)
    })
  }

  get #lanes(): Lane[] {
    return [this.#replies, this.#proactive, this.#updates, this.#proactiveUpdates]
  }

  #laneOf({ unasked, replaces }: Delivery): Lane {
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
