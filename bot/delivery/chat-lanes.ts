import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { ConversationKeys } from '../../src/store/ports.ts'
import { Lane, type Manner, type Waiting } from './lane.ts'

const forEver = Number.POSITIVE_INFINITY
/** Milliseconds for which a reply that fails, or gets no answer, holds up the next one. */
const order = 3_000
const replies: Manner = { busy: order, pausing: order }
const oneByOne: Manner = { busy: forEver, pausing: 0 }

/** The messages of one conversation: replies, proactive messages, and the updates of each wait for themselves. */
export class ChatLanes {
  readonly place: ConversationKeys
  timer: NodeJS.Timeout | undefined
  readonly #replies = new Lane(replies)
  readonly #proactive = new Lane(oneByOne)
  readonly #updates = new Lane(oneByOne)
  readonly #proactiveUpdates = new Lane(oneByOne)

  constructor(place: ConversationKeys) {
    this.place = place
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

  /** The conversation takes messages: what it certainly has not taken is tried again. */
  hasten(): void {
    for (const lane of this.#lanes) lane.hasten()
  }

  look(): void {
    for (const lane of this.#lanes) lane.look()
  }

  /** Takes out what nobody asked for and is not being sent. */
  takeProactive(): Delivery[] {
    return this.#takeFrom([this.#proactive, this.#proactiveUpdates], () => true)
  }

  /** Takes out the proactive messages that are to be replaced before they got through: what they say is over. */
  takeOutdated(): Delivery[] {
    const replaced = new Set(
      [this.#updates, this.#proactiveUpdates].flatMap(({ waiting }) =>
        waiting.map(({ delivery }) => delivery.replaces?.delivery),
      ),
    )
    return replaced.size === 0 ? [] : this.#takeFrom([this.#proactive], ({ id }) => replaced.has(id))
  }

  /** All that are to be sent now, marked as being sent; and the instant at which there may be more. */
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

  /** Messages first: an update comes before none, and after the message whose place it takes. */
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

/** Chats move to other regions: what waits goes where the latest message of the chat goes. */
function moveAfter(one: Waiting, { at = 0, address: { serviceUrl } }: Delivery): void {
  const { delivery } = one
  if (at < (delivery.at ?? 0) || delivery.address.serviceUrl === serviceUrl) return
  one.delivery = { ...delivery, address: { ...delivery.address, serviceUrl } }
}
