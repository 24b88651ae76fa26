import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { Tries } from './send.ts'

/** A message that waits to be sent, is being sent, or will be tried again. */
export interface Waiting {
  delivery: Delivery
  tries: Tries | undefined
  /** Instant at which the attempt began that is being made. */
  busySince: number | undefined
  /** Instant at which the last attempt ended. */
  triedAt: number
  /** Instant before which it is not tried; infinite until the next look. */
  notBefore: number
  /** Tried at once when another message gets through or comes. */
  isEager: boolean
}

/** For how many milliseconds one message holds up those behind it: while it is being sent, and while it pauses. */
export interface Manner {
  readonly busy: number
  readonly pausing: number
}

/** Milliseconds within which a message that failed is not tried again for the sake of the order. */
const moment = 500

/** Messages of one conversation and one kind, oldest first. */
export class Lane {
  readonly waiting: Waiting[] = []
  readonly #manner: Manner

  constructor(manner: Manner) {
    this.#manner = manner
  }

  add(delivery: Delivery): void {
    if (this.find(delivery.id)) return
    this.hasten()
    const untried = { tries: undefined, busySince: undefined, triedAt: 0, notBefore: 0, isEager: false }
    this.waiting.push({ delivery, ...untried })
  }

  find(id: string): Waiting | undefined {
    return this.waiting.find(({ delivery }) => delivery.id === id)
  }

  remove(one: Waiting): void {
    const index = this.waiting.indexOf(one)
    if (index >= 0) this.waiting.splice(index, 1)
  }

  get isBusy(): boolean {
    return this.waiting.some(({ busySince }) => busySince !== undefined)
  }

  /** The channel may take again what it certainly has not taken: the oldest goes first. */
  hasten(): void {
    for (const one of this.waiting) if (one.isEager) one.notBefore = 0
  }

  /** Tries again all that only waits for the next look. */
  look(): void {
    for (const one of this.waiting) if (one.notBefore === Number.POSITIVE_INFINITY) one.notBefore = 0
  }

  /** The message to be sent now, or the instant at which there may be one. */
  next(now: number): Waiting | number {
    let earliest = Number.POSITIVE_INFINITY
    for (const one of this.waiting) {
      const isIdle = one.busySince === undefined
      if (isIdle && one.notBefore <= now) return this.#olderThan(one, now) ?? one
      if (isIdle) earliest = Math.min(earliest, one.notBefore)
      const heldUpUntil = this.#holdsUpUntil(one)
      if (heldUpUntil > now) return Math.min(earliest, heldUpUntil)
    }
    return earliest
  }

  /** Before a message is tried, so is what certainly has not arrived of those before it: the channel may be there again. */
  #olderThan(one: Waiting, now: number): Waiting | undefined {
    return this.waiting
      .slice(0, this.waiting.indexOf(one))
      .find(
        ({ busySince, isEager, triedAt }) => busySince === undefined && isEager && now - triedAt >= moment,
      )
  }

  /** While the oldest is new in trouble it may be the channel, and the order is kept; later it may be the message. */
  #holdsUpUntil({ busySince }: Waiting): number {
    if (busySince !== undefined) return busySince + this.#manner.busy
    return (this.waiting[0]?.tries?.since ?? 0) + this.#manner.pausing
  }
}
