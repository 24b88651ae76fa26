import type { Personality } from '../connector/fake-connector.ts'
import type { Arrival, BotMessage } from '../connector/fake-conversation.ts'
import { type Activity, adaptiveCardOf } from './activity.ts'
import { type CardView, viewCard } from './card-view.ts'

/** Something of the bot as the person meets it: when it came, what it says, the card that it carries. */
export interface Reply extends Arrival {
  readonly text: string | undefined
  readonly card: CardView | undefined
}

export function asReply(arrival: Arrival): Reply {
  return { ...arrival, text: arrival.activity.text, card: cardIn(arrival.activity) }
}

export function cardIn(activity: Activity): CardView | undefined {
  const content = adaptiveCardOf(activity)
  return content === undefined ? undefined : viewCard(content)
}

/** A card to click: as it stands now (a message), or as it stood when it came (a reply). */
export type Clickable = BotMessage | Arrival

/** @throws Error when there is no card. */
export function cardToClick(clickable: Clickable): {
  readonly card: CardView
  readonly messageId: string | undefined
} {
  const isMessage = 'shown' in clickable
  const card = cardIn(isMessage ? clickable.shown : clickable.activity)
  if (!card) throw new Error('There is no Adaptive Card in this message')
  return { card, messageId: isMessage ? clickable.id : clickable.message?.id }
}

/** @throws Error when no message shows a card. */
export function latestCardOf(messages: readonly BotMessage[]): BotMessage {
  const found = messages.findLast(({ deleted, shown }) => !deleted && cardIn(shown) !== undefined)
  if (!found) throw new Error('The bot has not shown a card here')
  return found
}

/** What a click on a suggested action says: Playground says its title, the others its value. */
export function suggestionSaid(
  personality: Personality,
  message: BotMessage | undefined,
  title: string,
): string {
  const actions = message?.shown.suggestedActions?.actions ?? []
  const found = actions.find((action) => action.title === title)
  if (!found)
    throw new Error(`No suggested action ${title}; there are ${actions.map((one) => one.title).join(', ')}`)
  return personality === 'playground' ? title : String(found.value ?? title)
}
