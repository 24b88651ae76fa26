import type { Card } from '../cards/card.ts'
import type { Chat } from '../dialogs/world.ts'
import type { Address, Delivery } from '../src/core/conversation.ts'
import type { NewId } from '../src/ports.ts'
import type { Incoming } from './activity.ts'

/** Collects what one attempt at a turn says; it leaves with the commit, or never. */
export class Outgoing implements Chat {
  readonly deliveries: Delivery[] = []
  readonly #incoming: Incoming
  readonly #address: Address
  readonly #newId: NewId

  constructor(incoming: Incoming, address: Address, newId: NewId) {
    this.#incoming = incoming
    this.#address = address
    this.#newId = newId
  }

  send(id: string, card: Card): void {
    this.#post({ id, activity: cardMessage(card) })
  }

  say(text: string): void {
    this.#post({ id: this.#newId(), activity: { type: 'message', text, textFormat: 'markdown' } })
  }

  replace(delivery: string, card: Card): void {
    const clicked = this.#incoming.replyToId
    const activityId = clicked && this.#isClickOn(delivery) ? { activityId: clicked } : {}
    this.#post({ id: this.#newId(), activity: cardMessage(card), replaces: { delivery, ...activityId } })
  }

  #post(delivery: Pick<Delivery, 'id' | 'activity' | 'replaces'>): void {
    const replyTo = this.#incoming.id
    this.deliveries.push({ ...delivery, address: this.#address, ...(replyTo && { replyTo }) })
  }

  /** The click names the message that it came from, so that it need not be looked up. */
  #isClickOn(delivery: string): boolean {
    return JSON.stringify(this.#incoming.value ?? null).includes(JSON.stringify(delivery))
  }
}

function cardMessage(card: Card): Delivery['activity'] {
  return {
    type: 'message',
    summary: String(card.fallbackText ?? ''),
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  }
}
