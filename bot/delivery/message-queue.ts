import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { Tries } from './message-sender.ts'

/** A queued message: waiting, being sent, or to be retried. */
export interface Waiting {
  delivery: Delivery
  tries: Tries | undefined
  /** Start of the current attempt, milliseconds. */
  busySince: number | undefined
  /** End of the last attempt, milliseconds. */
  triedAt: number
  /** Earliest next attempt, milliseconds; infinite while parked until the next check of the outbox. */
  notBefore: number
  /** Retried as soon as another message is accepted or queued. */
  isEager: boolean
}

/** Milliseconds for which a message blocks those behind it, while being sent and while pausing. */
export interface Blocking {
  readonly busy: number
  readonly pausing: number
}

/** Minimum milliseconds between retries made only to keep the order. */
const moment = 500

/** Queue of one kind of message in a conversation, oldest first. */
export class MessageQueue {
  readonly waiting: Waiting[] = []
  readonly #blocking: Blocking

  constructor(blocking: Blocking) {
    this.#blocking = blocking
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

  /** Retries eager messages now, oldest first. */
  hasten(): void {
    for (const one of this.waiting) if (one.isEager) one.notBefore = 0
  }

  /** Retries parked messages. */
  retryParked(): void {
    for (const one of this.waiting) if (one.notBefore === Number.POSITIVE_INFINITY) one.notBefore = 0
  }

  /** Returns the message to send now, or the time of the next check in milliseconds. */
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

  /** Returns an older eager message to retry first, as the channel may be back. */
  #olderThan(one: Waiting, now: number): Waiting | undefined {
    return this.waiting
      .slice(0, this.waiting.indexOf(one))
      .find(
        ({ busySince, isEager, triedAt }) => busySince === undefined && isEager && now - triedAt >= moment,
      )
  }

  /**
   * Keeps the order while the oldest has failed only recently (the channel may be down); later the message itself may
   * be at fault.
   */
  #holdsUpUntil({ busySince }: Waiting): number {
    if (busySince !== undefined) return busySince + this.#blocking.busy
    return (this.waiting[0]?.tries?.since ?? 0) + this.#blocking.pausing
  }
}
