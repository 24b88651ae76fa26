import { lifetime } from '../time/lifetime.ts'
import type { Audience } from './audience.ts'
import { endOf } from './next-notice.ts'
import { isReachable, type ReminderCard } from './roster.ts'

/** Whether the channel's name of a card is still known, so that it can be replaced. */
export const isRemembered = ({ at }: ReminderCard, now: number): boolean => now < at + lifetime.delivered

/**
 * The instant, now or later, from which on all matters of a card are over by what is known now. Infinity while one has no
 * end, when the card is forgotten before, and when nothing reaches the person.
 */
export function closingOf(
  card: ReminderCard,
  { open, recipient, contactHours }: Audience,
  now: number,
): number {
  const ends = open
    .filter(({ key }) => card.ladders.includes(key))
    .map((schedule) => endOf(schedule, contactHours))
  const at = Math.max(now, ...ends)
  return isReachable(recipient) && isRemembered(card, at) ? at : Number.POSITIVE_INFINITY
}
