import type { Card } from '../../cards/card-schema.ts'
import type { Chat } from '../../dialogs/engine/world/chat-output.ts'
import type { Address, Delivery } from '../../src/core/conversation/conversation.ts'
import type { NewId, Snapshot } from '../../src/store/ports.ts'
import type { Incoming } from '../activity/activity.ts'

/** Proactive turns are events. */
export const isProactive = ({ type }: Incoming): boolean => type === 'event'

/** Collects the messages of one attempt at a turn; sent only after its commit. */
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
    // In some clients Teams gives a clicked message an id that no send returned; the stored id takes precedence.
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

  /** Delivery id of a message by its channel id; undefined if it is not stored. */
  deliveryNamed(activityId: string): string | undefined {
    return [...this.#snapshot.delivered].find(([, name]) => name === activityId)?.[0]
  }

  /** Tests whether the message is known to be delivered. */
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

  /** Clicked messages can be replaced although no longer stored: the channel states their id. */
  #isClickOn(delivery: string): boolean {
    if (this.#incoming.replyToId === undefined) return false
    const clicked = JSON.stringify(this.#incoming.value ?? null)
    return [`"${delivery}"`, `:${delivery}:`].some((named) => clicked.includes(named))
  }
}

/** Adds an alert to the activity feed of Teams, except for updates. */
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
