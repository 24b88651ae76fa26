import { snoozeUntil, withSnooze } from '../../src/core/reminders/delivered-notices.ts'
import type { PlainDate } from '../../src/core/time/calendar.ts'
import type { ReminderSettings } from '../engine/world/reminder-settings.ts'
import { dayOf, recipientIn } from './open-topic.ts'

/** Postpones a topic by days of the person; returns the day of the next reminder. */
export function snooze(world: ReminderSettings, schedule: string, days: number): PlainDate {
  const recipient = recipientIn(world)
  const until = snoozeUntil(world.reminderContext, recipient, days)
  world.editRecipient(withSnooze(recipient, schedule, until))
  return dayOf(world, until)
}
