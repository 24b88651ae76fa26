import { addDays, dayMs } from '../time/calendar.ts'
import { audienceOf, type ReminderContext } from './audience.ts'
import { isRemembered } from './closing.ts'
import { contactHoursOf } from './contact-hours.ts'
import { endOf } from './next-notice.ts'
import type { Reminder } from './reminder.ts'
import type { Recipient, ReminderCard } from './roster.ts'

/** Records reminders delivered on one card at `at` (milliseconds) and ends their snoozes. Early ones come again on their day. */
export function withDelivered(
  recipient: Recipient,
  reminders: readonly Reminder[],
  { delivery, at }: { delivery: string; at: number },
): Recipient {
  const schedules = reminders.map(({ schedule }) => schedule)
  if (schedules.length === 0) return recipient
  const onTime = reminders.filter(({ isEarly }) => !isEarly)
  const told = Object.fromEntries(onTime.map(({ schedule, stage }) => [schedule, { rung: stage, at }]))
  return {
    ...recipient,
    told: { ...recipient.told, ...told },
    snoozed: only(recipient.snoozed, (schedule) => !schedules.includes(schedule)),
    cards: [...recipient.cards, { delivery, at, ladders: schedules }],
  }
}

/** Snoozes a schedule until an instant in milliseconds; then it is sent once more. */
export const withSnooze = (recipient: Recipient, schedule: string, until: number): Recipient => ({
  ...recipient,
  snoozed: { ...recipient.snoozed, [schedule]: until },
})

/** Returns the first instant within the person's hours, `days` of their days from now. */
export function snoozeUntil({ zones, now }: ReminderContext, recipient: Recipient, days: number): number {
  const contactHours = contactHoursOf(zones, recipient)
  return contactHours.next(contactHours.begin(addDays(contactHours.day(now), days)))
}

/** Removes closed cards. */
export const withoutCards = (recipient: Recipient, closed: readonly ReminderCard[]): Recipient => ({
  ...recipient,
  cards: recipient.cards.filter(({ delivery }) => !closed.some((each) => each.delivery === delivery)),
})

/** Travelling west repeats a day, which must not repeat a notice. */
const travelMs = 2 * dayMs

/** Drops data about ended schedules, and cards too old to be replaced. */
export function tidied(reminderContext: ReminderContext, person: string, recipient: Recipient): Recipient {
  const { open, contactHours } = audienceOf(reminderContext, person, recipient)
  const keys = new Set(
    open
      .filter((schedule) => reminderContext.now < endOf(schedule, contactHours) + travelMs)
      .map(({ key }) => key),
  )
  return {
    ...recipient,
    told: only(recipient.told, (schedule) => keys.has(schedule)),
    snoozed: only(recipient.snoozed, (schedule) => keys.has(schedule)),
    cards: recipient.cards.filter((card) => isRemembered(card, reminderContext.now)),
  }
}

const only = <T>(record: Readonly<Record<string, T>>, isKept: (key: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => isKept(key)))
