import { audienceOf } from '../../src/core/reminders/audience.ts'
import { isOpen, type Reminder } from '../../src/core/reminders/reminder.ts'
import type { Recipient } from '../../src/core/reminders/roster.ts'
import type { Schedule, What } from '../../src/core/reminders/schedule.ts'
import type { PlainDate } from '../../src/core/time/calendar.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { ReminderSettings } from '../engine/world/reminder-settings.ts'
import type { Speaker } from '../engine/world/speaker.ts'
import { subjectName, topicText } from '../wording/topic-words.ts'

/** Roster entry of this person; a new one if there is none. */
export function recipientIn(world: ReminderSettings): Recipient {
  if (!world.recipient) world.editRecipient({})
  const { recipient } = world
  if (!recipient) throw new Error('The roster has no entry for the person who speaks')
  return recipient
}

/** The day of an instant in this person's time zone. */
export function dayOf(world: ReminderSettings, instant: number): PlainDate {
  const { zones } = world.reminderContext
  const { timeZone = 'UTC' } = world.recipient ?? {}
  return zones.local(instant, zones.has(timeZone) ? timeZone : 'UTC').date
}

/** An open topic as a reminder of today; undefined once it is over. */
export function reminderOf(
  world: CompanyView & Speaker & ReminderSettings,
  key: string,
): Reminder | undefined {
  const schedule = isOpen(world.reminderContext, recipientIn(world), key) ? scheduleOf(world, key) : undefined
  if (!schedule) return undefined
  const { kind, subject, stages } = schedule
  const today = dayOf(world, world.now)
  const reached = stages.findLastIndex(({ on }) => on <= today)
  const stage = Math.max(0, reached)
  const { what, on } = stages[stage] ?? stages[0]
  return { schedule: key, kind, what, subject, stage, on }
}

/** Last day of a topic that expires. */
export const lastDayOf = (world: Speaker & ReminderSettings, key: string): PlainDate | undefined =>
  scheduleOf(world, key)?.lastDay

/** Day that a topic looks ahead to. */
export const deadlineOf = (world: Speaker & ReminderSettings, key: string): PlainDate | undefined =>
  scheduleOf(world, key)?.deadline

function scheduleOf(world: Speaker & ReminderSettings, key: string): Schedule | undefined {
  return audienceOf(world.reminderContext, world.personId, recipientIn(world)).open.find(
    (each) => each.key === key,
  )
}

/** Topic in one line, not escaped. */
export const topicOf = (
  world: CompanyView & Localization,
  { what, subject }: Pick<Reminder, 'what' | 'subject'>,
): string => topicText(world, what, [subjectName(world, what, subject)])

/** Topic in a word or two, for a button. */
export function shortTopic(
  world: CompanyView & Localization,
  { what, subject }: { what: What; subject: string },
): string {
  return subjectName(world, what, subject) || world.translations.t(`reminder.short.${what}`)
}
