import type { Logger } from 'pino'
import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { DeliveryCounts } from '../../src/process/metrics.ts'
import { conversationKeysOf } from '../../src/store/conversation-keys.ts'
import type { DeliveryQueues, Next } from './delivery-queues.ts'
import { type LosingServices, noteLost } from './lost-replies.ts'
import type { Sent, Tries } from './message-sender.ts'
import type { Receipts } from './receipts.ts'
import type { Senders } from './senders.ts'

export interface AttemptServices extends LosingServices {
  readonly senders: Senders
  readonly receipts: Pick<Receipts, 'add' | 'tell' | 'activityIdOf'>
  readonly counts: Pick<DeliveryCounts, 'dropped' | 'updateFailed'>
  readonly log: Logger
  /** Removes the waiting proactive messages of a conversation. */
  readonly takeProactive: DeliveryQueues['takeProactive']
  /** Queues messages of another process. */
  readonly takeOver: (deliveries: readonly Delivery[]) => void
}

/** Sends a message by its kind and records the result. */
export class DeliveryAttempt {
  readonly #services: AttemptServices

  constructor(services: AttemptServices) {
    this.#services = services
  }

  /** Makes one attempt and returns the next step; never rejects. */
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

  /** Drops an unsent message. */
  drop(delivery: Delivery, reason: 'gone' | 'outdated'): void {
    const { counts, log } = this.#services
    if (delivery.replaces) counts.updateFailed('reminder')
    else counts.dropped(reason)
    log.warn({ delivery: delivery.id, reason }, 'message dropped')
    void this.#note(delivery)
  }

  async #send(delivery: Delivery, tries: Tries): Promise<Sent> {
    const { senders, receipts } = this.#services
    const { replaces, unasked } = delivery
    if (!replaces) return unasked ? senders.proactive(delivery, tries) : senders.reply(delivery, tries)
    const known = replaces.activityId ?? receipts.activityIdOf(replaces.delivery)
    // Without a channel id nothing can be replaced: the old card stays, and clicks on it count as outdated.
    if (known === undefined) return { kind: 'sent' }
    return unasked ? senders.proactive(delivery, tries, known) : senders.update(delivery, tries, known)
  }

  async #close(delivery: Delivery, tries: Tries, sent: Exclude<Sent, { kind: 'failed' }>): Promise<Next> {
    if (sent.kind === 'refused') {
      // Kept, as recording it may fail: the message is not sent again.
      tries.over = sent
      await this.#forsake(delivery, sent)
    }
    await this.#note(delivery, sent)
    return { kind: 'done', gotThrough: sent.kind === 'sent' }
  }

  /** Records a lost reply; a closed conversation drops its other proactive messages. */
  async #forsake(delivery: Delivery, { isEnd }: Extract<Sent, { kind: 'refused' }>): Promise<void> {
    const { takeProactive, takeOver } = this.#services
    if (delivery.unasked && isEnd) for (const other of takeProactive(delivery)) this.drop(other, 'gone')
    if (!delivery.unasked && !delivery.replaces && !isEnd) await noteLost(this.#services, delivery, takeOver)
  }

  async #note(delivery: Delivery, sent?: Sent): Promise<void> {
    const { receipts, senders } = this.#services
    const activityId = sent?.kind === 'sent' ? sent.activityId : undefined
    const keys = conversationKeysOf(delivery)
    receipts.add(keys, { delivery: delivery.id, ...(activityId && { activityId }) })
    senders.takenOver.drop(delivery)
    // After a crash a proactive message would be sent again.
    if (delivery.unasked) await receipts.tell(keys)
  }
}
