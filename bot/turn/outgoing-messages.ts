import type { Card } from '../../cards/card.ts'
import type { Chat } from '../../dialogs/engine/world/chat-output.ts'
import type { Address, Delivery } from '../../src/core/conversation/conversation.ts'
import type { NewId, Snapshot } from '../../src/store/ports.ts'
import type { Incoming } from '../activity/activity.ts'

/** A turn that the bot begins itself comes in as an event. */
export const isProactive = ({ type }: Incoming): boolean => type === 'event'

/** Collects what one attempt at a turn says; it leaves with the commit, or never. */
export class Outgoing implements Chat {
  readonly deliveries: Delivery[] = []
  readonly #incoming: Incoming
  readonly #address: Address
  readonly #newId: NewId
  readonly #snapshot: Snapshot
  readonly #tenant: string

  constructor(incoming: Incoming, address: Address, snapshot: Snapshot, tenant: string, newId: NewId) {
    this.#incoming = incoming
    this.#address = address
    this.#snapshot = snapshot
    this.#tenant = tenant
    this.#newId = newId
  }

  send(id: string, card: Card): void {
    this.#post({ id, activity: cardMessage(card) })
  }

  say(text: string): void {
    this.#post({ id: this.#newId(), activity: { type: 'message', text, textFormat: 'markdown' } })
  }

  replace(delivery: string, card: Card): void {
    // Teams names a clicked message in some clients by an id that no send returned: what was noted counts more.
    const noted = this.#snapshot.delivered.get(delivery)
    const activityId = noted ?? (this.#isClickOn(delivery) ? this.#incoming.replyToId : undefined)
    this.#post({
      id: this.#newId(),
      activity: cardMessage(card),
      replaces: { delivery, ...(activityId && { activityId }) },
    })
  }

  /** Teams' own link to a private chat with the bot, by the id that Teams gave it. */
  get privateChat(): string {
    return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(this.#incoming.recipient.id)}`
  }

  /** The message of this conversation that the channel calls so; undefined for one that is not remembered. */
  deliveryNamed(activityId: string): string | undefined {
    return [...this.#snapshot.delivered].find(([, name]) => name === activityId)?.[0]
  }

  /** The channel is known to have it. */
  isDelivered(delivery: string): boolean {
    return this.#snapshot.delivered.has(delivery)
  }

  #post(delivery: Pick<Delivery, 'id' | 'activity' | 'replaces'>): void {
    const replyTo = this.#incoming.id
    this.deliveries.push({
      ...delivery,
      tenant: this.#tenant,
      address: this.#address,
      ...(replyTo && { replyTo }),
      ...(isProactive(this.#incoming) && { ...asNews(delivery), unasked: true }),
    })
  }

  /** A clicked message can be replaced though it is remembered no more: the channel names it. */
  #isClickOn(delivery: string): boolean {
    if (this.#incoming.replyToId === undefined) return false
    const clicked = JSON.stringify(this.#incoming.value ?? null)
    return [`"${delivery}"`, `:${delivery}:`].some((named) => clicked.includes(named))
  }
}

/** Teams lists what is new in the person's activity feed, too; a card that is replaced is no news. */
function asNews({ activity, replaces }: Pick<Delivery, 'activity' | 'replaces'>) {
  return replaces ? {} : { activity: { ...activity, channelData: { notification: { alert: true } } } }
}

function cardMessage(card: Card): Delivery['activity'] {
  return {
    type: 'message',
    summary: String(card.fallbackText ?? ''),
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  }
}
