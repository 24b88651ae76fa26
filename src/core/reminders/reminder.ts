import type { PlainDate } from '../time/calendar.ts'
import { type Audience, audienceOf, type ReminderContext } from './audience.ts'
import { closingOf } from './closing.ts'
import { nearest } from './nearest.ts'
import { endOf, nextNotice } from './next-notice.ts'
import { openSchedules } from './open-schedules.ts'
import { isReachable, type Recipient, type ReminderCard, type Roster } from './roster.ts'
import type { ReminderTopic, Schedule, What } from './schedule.ts'

/** A reminder for one person, due or upcoming. */
export interface Reminder {
  /** Key of the schedule. */
  readonly schedule: string
  readonly kind: ReminderTopic
  readonly what: What
  /** As in Schedule. */
  readonly subject: string
  /** Index in the schedule. */
  readonly stage: number
  /** Day of the stage. */
  readonly on: PlainDate
  /** Wished for before its day. */
  readonly isEarly?: true
}

/** A reminder and its next instant. */
export interface Upcoming {
  readonly reminder: Reminder
  /** Instant in milliseconds. */
  readonly at: number
}

/** Lists the reminders due to a person now, earliest stage first; none while they are silent. */
export const remindersFor = (
  reminderContext: ReminderContext,
  person: string,
  recipient: Recipient,
): Reminder[] =>
  hears(recipient) && !isAsleep(reminderContext)
    ? upcomingFor(reminderContext, person, recipient)
        .filter(({ at }) => at <= reminderContext.now)
        .map(({ reminder }) => reminder)
        .sort((one, other) => one.on.localeCompare(other.on))
    : []

/** Lists the next reminder of each schedule that concerns the person, earliest first, even while they are silent. */
export const upcomingFor = (
  reminderContext: ReminderContext,
  person: string,
  recipient: Recipient,
): Upcoming[] => upcoming(audienceOf(reminderContext, person, recipient), reminderContext.now)

/** Lists the open schedules that concern the person; of a topic that comes back each year only the nearest. */
export function listedFor(
  reminderContext: ReminderContext,
  person: string,
  recipient: Recipient,
): Schedule[] {
  const { heard, contactHours } = audienceOf(reminderContext, person, recipient)
  return nearest(heard.filter((schedule) => reminderContext.now < endOf(schedule, contactHours)))
}

/** Lists the person's cards whose schedules have all ended; their buttons must be removed. */
export function closedCards(
  reminderContext: ReminderContext,
  person: string,
  recipient: Recipient,
): ReminderCard[] {
  if (isAsleep(reminderContext)) return []
  const audience = audienceOf(reminderContext, person, recipient)
  return recipient.cards.filter(
    (card) => closingOf(card, audience, reminderContext.now) <= reminderContext.now,
  )
}

/**
 * Returns the first instant, not before now, at which any person has a reminder or a card to close; undefined without
 * one.
 */
export function nextCheck(reminderContext: ReminderContext, { people }: Roster): number | undefined {
  if (isAsleep(reminderContext)) return undefined
  const schedules = openSchedules(reminderContext)
  const checks = Object.entries(people).flatMap(([person, recipient]) => {
    const audience = audienceOf(reminderContext, person, recipient, schedules)
    const [first] = hears(recipient) ? upcoming(audience, reminderContext.now) : []
    const closings = recipient.cards.map((card) => closingOf(card, audience, reminderContext.now))
    return first ? [first.at, ...closings] : closings
  })
  const next = Math.min(...checks)
  return Number.isFinite(next) ? next : undefined
}

/** Tells whether a schedule is still open on this person's calendar. */
export function isOpen(reminderContext: ReminderContext, recipient: Recipient, key: string): boolean {
  const { open, contactHours } = audienceOf(reminderContext, '', recipient)
  return open.some((schedule) => schedule.key === key && reminderContext.now < endOf(schedule, contactHours))
}

const hears = (recipient: Recipient) => !recipient.silent && isReachable(recipient)

/** While a company's people work on another company, its reminders pause. */
const isAsleep = ({ company }: ReminderContext) => company.host !== undefined

const upcoming = ({ heard, recipient, contactHours }: Audience, now: number): Upcoming[] =>
  heard
    .flatMap((schedule): Upcoming[] => {
      const { key, kind, subject, stages } = schedule
      const notice = nextNotice(schedule, recipient, contactHours, now)
      const stage = notice && stages[notice.stage]
      if (!stage) return []
      const { what, on } = stage
      const early = notice.isEarly && { isEarly: notice.isEarly }
      const reminder = { schedule: key, kind, what, subject, stage: notice.stage, on, ...early }
      return [{ reminder, at: notice.at }]
    })
    .sort((one, other) => one.at - other.at)
