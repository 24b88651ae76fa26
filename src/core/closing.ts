import type { Audience } from './reminder-scene.ts'
import type { ReminderCard } from './roster.ts'
import { endOf } from './telling.ts'

/** So long the channel's name of a card is remembered, in milliseconds: as long as the conversation is. */
const lifetime = 180 * 86_400_000

export const isRemembered = ({ at }: ReminderCard, now: number): boolean => now < at + lifetime

/**
 * The instant, now or later, from which on all matters of a card are over by what is known now. Infinity while one has no
 * end, when the card is forgotten before, and when nothing reaches the person.
 */
export function closingOf(card: ReminderCard, { open, listener, rhythm }: Audience, now: number): number {
  const ends = open.filter(({ key }) => card.ladders.includes(key)).map((ladder) => endOf(ladder, rhythm))
  const at = Math.max(now, ...ends)
  return listener.goneSince === undefined && isRemembered(card, at) ? at : Number.POSITIVE_INFINITY
}
