import type { Logger } from 'pino'
import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { DeliveryCounts } from '../../src/process/metrics.ts'
import { conversationKeysOf } from '../../src/store/conversation-keys.ts'
import type { DeliveryQueues, Next } from './delivery-queues.ts'
import { type LosingServices, noteLost } from './lost-replies.ts'
import type { Receipts } from './receipts.ts'
import type { Sent, Tries } from './send.ts'
import type { Sends } from './sends.ts'

export interface AttemptServices extends LosingServices {
  readonly sends: Sends
  readonly receipts: Pick<Receipts, 'add' | 'tell' | 'activityIdOf'>
  readonly counts: Pick<DeliveryCounts, 'dropped' | 'updateFailed'>
  readonly log: Logger
  /** Takes the proactive messages of a conversation out of the queue. */
  readonly takeProactive: DeliveryQueues['takeProactive']
  /** Takes over messages that another process left. */
  readonly takeOver: (deliveries: readonly Delivery[]) => void
}

/** Sends one message the way that it needs, and notes what came of it. */
export class DeliveryAttempt {
  readonly #services: AttemptServices

  constructor(services: AttemptServices) {
    this.#services = services
  }

  /** Makes one attempt and says what to do next; never rejects. */
  async deliver(delivery: Delivery, tries: Tries): Promise<Next> {
    const { log } = this.#services
    try {
      const sent = tries.over ?? (await this.#send(delivery, tries))
      if (sent.kind !== 'sent')
        log.warn({ delivery: delivery.id, status: sent.status }, `message ${sent.kind}`)
      return sent.kind === 'failed' ? { ...sent, kind: 'again' } : await this.#close(delivery, tries, sent)
    } catch (error) {
      log.error({ delivery: delivery.id, err: error }, 'message failed')
      return { kind: 'again' }
    }
  }

  /** Gives up a message that was not sent. */
  drop(delivery: Delivery, reason: 'gone' | 'outdated'): void {
    const { counts, log } = this.#services
    if (delivery.replaces) counts.updateFailed('reminder')
    else counts.dropped(reason)
    log.warn({ delivery: delivery.id, reason }, 'message dropped')
    void this.#note(delivery)
  }

  async #send(delivery: Delivery, tries: Tries): Promise<Sent> {
    const { sends, receipts } = this.#services
    const { replaces, unasked } = delivery
    if (!replaces) return unasked ? sends.proactive(delivery, tries) : sends.reply(delivery, tries)
    const known = replaces.activityId ?? receipts.activityIdOf(replaces.delivery)
    // A channel that named no message has nothing to replace: the old card stays, and answers as an old one.
    if (known === undefined) return { kind: 'sent' }
    return unasked ? sends.proactive(delivery, tries, known) : sends.update(delivery, tries, known)
  }

  async #close(delivery: Delivery, tries: Tries, sent: Exclude<Sent, { kind: 'failed' }>): Promise<Next> {
    if (sent.kind === 'refused') {
      // Kept for the next attempt: noting it may fail, and the message is not sent again.
      tries.over = sent
      await this.#forsake(delivery, sent)
    }
    await this.#note(delivery, sent)
    return { kind: 'done', gotThrough: sent.kind === 'sent' }
  }

  /** Notes a lost reply in its conversation; the end of a conversation ends its other proactive messages. */
  async #forsake(delivery: Delivery, { isEnd }: Extract<Sent, { kind: 'refused' }>): Promise<void> {
    const { takeProactive, takeOver } = this.#services
    if (delivery.unasked && isEnd) for (const other of takeProactive(delivery)) this.drop(other, 'gone')
    if (!delivery.unasked && !delivery.replaces && !isEnd) await noteLost(this.#services, delivery, takeOver)
  }

  async #note(delivery: Delivery, sent?: Sent): Promise<void> {
    const { receipts, sends } = this.#services
    const activityId = sent?.kind === 'sent' ? sent.activityId : undefined
    const place = conversationKeysOf(delivery)
    receipts.add(place, { delivery: delivery.id, ...(activityId && { activityId }) })
    sends.repeats.drop(delivery)
    // Were this process killed now, a proactive message would be sent again.
    if (delivery.unasked) await receipts.tell(place)
  }
}
