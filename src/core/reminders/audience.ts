import { addDays } from '../time/calendar.ts'
import type { Zones } from '../time/local-time.ts'
import type { CompanyRules } from './company-schedules.ts'
import { type ContactHours, contactHoursOf } from './contact-hours.ts'
import { openSchedules } from './open-schedules.ts'
import type { Recipient } from './roster.ts'
import { type Schedule, schedule } from './schedule.ts'

/** Inputs of reminders besides the person. */
export interface ReminderContext extends CompanyRules {
  readonly zones: Zones
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** One recipient with the schedules and contact hours that apply to them. */
export interface Audience {
  readonly recipient: Recipient
  readonly contactHours: ContactHours
  /** All open schedules of the company and the person. */
  readonly open: readonly Schedule[]
  /** Those of which the person is reminded. */
  readonly heard: readonly Schedule[]
}

/** Days after which an unfinished guide is no longer worth a reminder. */
const halfwayDays = 30

/** Selects what concerns one person. `schedules` avoids computing the company's schedules for each person. */
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

/** Schedules one reminder of an unfinished guide, on the person's next day. */
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
