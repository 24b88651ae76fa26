import { addDays } from '../time/calendar.ts'
import type { Zones } from '../time/local-time.ts'
import type { CompanyRules } from './company-schedules.ts'
import { type ContactHours, contactHoursOf } from './contact-hours.ts'
import { openSchedules } from './open-schedules.ts'
import type { Recipient } from './roster.ts'
import { type Schedule, schedule } from './schedule.ts'

/** All that reminders depend on, besides the person. */
export interface ReminderContext extends CompanyRules {
  readonly zones: Zones
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** What concerns one person, and when they may be told. */
export interface Audience {
  readonly recipient: Recipient
  readonly contactHours: ContactHours
  /** Everything that is open, whoever hears of it. */
  readonly open: readonly Schedule[]
  /** The part of it that the person hears of. */
  readonly heard: readonly Schedule[]
}

/** How far ahead a guide that was left half-way is still worth a word, in days. */
const halfwayDays = 30

/** One person among the matters of the company. `ladders` saves finding them again for each. */
export function audienceOf(
  reminderContext: ReminderContext,
  person: string,
  recipient: Recipient,
  schedules: readonly Schedule[] = openSchedules(reminderContext),
): Audience {
  const contactHours = contactHoursOf(reminderContext.zones, recipient)
  const open = [...schedules, ...halfway(person, recipient, contactHours)]
  const heard = open.filter(({ owners }) => recipient.follows || owners.includes(person))
  return { recipient, contactHours, open, heard }
}

/** On the next day of the person, once. */
function halfway(person: string, { halfway: left }: Recipient, contactHours: ContactHours): Schedule[] {
  if (!left) return []
  const day = contactHours.day(left.since)
  return schedule({
    kind: 'halfway',
    subject: left.guide,
    since: new Date(left.since).toISOString(),
    owners: [person],
    stages: [{ what: 'halfway', on: addDays(day, 1) }],
    lastDay: addDays(day, halfwayDays),
  })
}
