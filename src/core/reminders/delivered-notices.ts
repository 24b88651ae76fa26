import { addDays, dayMs } from '../time/calendar.ts'
import { audienceOf, type Scene } from './audience.ts'
import { isRemembered } from './closing.ts'
import { rhythmOf } from './contact-hours.ts'
import { endOf } from './next-notice.ts'
import type { Reminder } from './reminder.ts'
import type { Listener, ReminderCard } from './roster.ts'

/** The person was told these by one card, `at` milliseconds after the epoch; what was snoozed of them is no longer. */
export function withTold(
  listener: Listener,
  reminders: readonly Reminder[],
  { delivery, at }: { delivery: string; at: number },
): Listener {
  const ladders = reminders.map(({ ladder }) => ladder)
  if (ladders.length === 0) return listener
  const told = Object.fromEntries(reminders.map(({ ladder, rung }) => [ladder, { rung, at }]))
  return {
    ...listener,
    told: { ...listener.told, ...told },
    snoozed: only(listener.snoozed, (ladder) => !ladders.includes(ladder)),
    cards: [...listener.cards, { delivery, at, ladders }],
  }
}

/** The matter is left alone until then, and spoken of once more. */
export const withSnooze = (listener: Listener, ladder: string, until: number): Listener => ({
  ...listener,
  snoozed: { ...listener.snoozed, [ladder]: until },
})

/** The first welcome moment of the person from the day on that is so many of their days later. */
export function snoozeUntil({ zones, now }: Scene, listener: Listener, days: number): number {
  const rhythm = rhythmOf(zones, listener)
  return rhythm.next(rhythm.begin(addDays(rhythm.day(now), days)))
}

/** Without cards that were closed. */
export const withoutCards = (listener: Listener, closed: readonly ReminderCard[]): Listener => ({
  ...listener,
  cards: listener.cards.filter(({ delivery }) => !closed.some((each) => each.delivery === delivery)),
})

/** Who travels west has a day once more, and is not to be told again. */
const travelMs = 2 * dayMs

/** Forgets what is known of matters that are over, and cards so old that they cannot be replaced. */
export function tidied(scene: Scene, person: string, listener: Listener): Listener {
  const { open, rhythm } = audienceOf(scene, person, listener)
  const keys = new Set(
    open.filter((ladder) => scene.now < endOf(ladder, rhythm) + travelMs).map(({ key }) => key),
  )
  return {
    ...listener,
    told: only(listener.told, (ladder) => keys.has(ladder)),
    snoozed: only(listener.snoozed, (ladder) => keys.has(ladder)),
    cards: listener.cards.filter((card) => isRemembered(card, scene.now)),
  }
}

const only = <T>(record: Readonly<Record<string, T>>, isKept: (key: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => isKept(key)))
