import { lifetime } from '../time/lifetime.ts'
import type { Audience } from './audience.ts'
import { endOf } from './next-notice.ts'
import { isReachable, type ReminderCard } from './roster.ts'

/** Tells whether the channel's id of a card is still known, so that the card can be replaced. */
export const isRemembered = ({ at }: ReminderCard, now: number): boolean => now < at + lifetime.delivered

/**
 * Returns the first instant, not before `now`, at which all of a card's schedules have ended, in milliseconds.
 * Infinity if one has no end, the card is forgotten earlier, or the person cannot be reached.
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
