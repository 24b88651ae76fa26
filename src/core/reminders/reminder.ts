import type { PlainDate } from '../time/calendar.ts'
import { type Audience, audienceOf, type ReminderContext } from './audience.ts'
import { closingOf } from './closing.ts'
import { endOf, nextNotice } from './next-notice.ts'
import { openSchedules } from './open-schedules.ts'
import { isReachable, type Recipient, type ReminderCard, type Roster } from './roster.ts'
import type { ReminderTopic, What } from './schedule.ts'

/** Something that a person is told, or will be. */
export interface Reminder {
  /** Key of the ladder. */
  readonly schedule: string
  readonly kind: ReminderTopic
  readonly what: What
  /** As in Ladder. */
  readonly subject: string
  /** Index in the ladder. */
  readonly stage: number
  /** The day of the rung. */
  readonly on: PlainDate
}

export interface Upcoming {
  readonly reminder: Reminder
  /** Instant in milliseconds. */
  readonly at: number
}

/** What this person is to be told right now, the earliest rung first: nothing while they want quiet. */
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

/** When each matter that concerns the person is spoken of next, earliest first; as if they were never silent. */
export const upcomingFor = (
  reminderContext: ReminderContext,
  person: string,
  recipient: Recipient,
): Upcoming[] => upcoming(audienceOf(reminderContext, person, recipient), reminderContext.now)

/** Cards in the person's chat, all of whose matters are over: their buttons are to go. */
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

/** The first instant, now or later, at which remindersFor or closedCards of anybody is not empty. */
export function nextCheck(reminderContext: ReminderContext, { people }: Roster): number | undefined {
  if (isAsleep(reminderContext)) return undefined
  const schedules = openSchedules(reminderContext)
  const looks = Object.entries(people).flatMap(([person, recipient]) => {
    const audience = audienceOf(reminderContext, person, recipient, schedules)
    const [first] = hears(recipient) ? upcoming(audience, reminderContext.now) : []
    const closings = recipient.cards.map((card) => closingOf(card, audience, reminderContext.now))
    return first ? [first.at, ...closings] : closings
  })
  const next = Math.min(...looks)
  return Number.isFinite(next) ? next : undefined
}

/** Whether the matter is still open on this person's calendar. */
export function isOpen(reminderContext: ReminderContext, recipient: Recipient, key: string): boolean {
  const { open, contactHours } = audienceOf(reminderContext, '', recipient)
  return open.some((schedule) => schedule.key === key && reminderContext.now < endOf(schedule, contactHours))
}

const hears = (recipient: Recipient) => !recipient.silent && isReachable(recipient)

/** Its people work on another company: what is due here waits until they come back. */
const isAsleep = ({ company }: ReminderContext) => company.host !== undefined

const upcoming = ({ heard, recipient, contactHours }: Audience, now: number): Upcoming[] =>
  heard
    .flatMap((schedule): Upcoming[] => {
      const { key, kind, subject, stages } = schedule
      const notice = nextNotice(schedule, recipient, contactHours, now)
      const stage = notice && stages[notice.stage]
      if (!stage) return []
      const { what, on } = stage
      return [{ reminder: { schedule: key, kind, what, subject, stage: notice.stage, on }, at: notice.at }]
    })
    .sort((one, other) => one.at - other.at)
