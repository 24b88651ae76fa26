import type { Reminder } from '../../src/core/reminders/reminder.ts'
import { addDays, daysBetween, type PlainDate } from '../../src/core/time/calendar.ts'
import type { CardContent } from '../engine/render.ts'
import type { ChatOutput } from '../engine/world/chat-output.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { ReminderSettings } from '../engine/world/reminder-settings.ts'
import type { Speaker } from '../engine/world/speaker.ts'
import { toCommands } from '../wording/ways-on.ts'
import { dayOf, lastDayOf, topicOf } from './open-topic.ts'
import type { ReminderClick } from './reminder-click.ts'
import { settle } from './settle.ts'
import { snooze } from './snooze.ts'

/** The parts of a turn in which a reminder is postponed. */
export type Postponing = CompanyView & Localization & ChatOutput & ReminderSettings

/** Postpones a reminder by days of the person, and says to when. */
export function putOff(
  world: Postponing,
  reminder: Reminder,
  { delivery, schedule }: Pick<ReminderClick, 'delivery' | 'schedule'>,
  days: number,
): CardContent {
  const { translations } = world
  const date = translations.date(snooze(world, schedule, days))
  settle(world, { delivery, schedule }, translations.t('reminder.outcomes.snoozed', { date }))
  return {
    card: 'message',
    section: 'reminder.snoozed',
    textValues: { date, topic: topicOf(world, reminder) },
    buttons: toCommands(world, ['reminders', 'my-rewards']),
  }
}

/** Days until a wished day: at least one, and not beyond the last day of the topic. */
export function daysUntil(world: Speaker & ReminderSettings, schedule: string, on: PlainDate): number {
  const today = dayOf(world, world.reminderContext.now)
  const end = lastDayOf(world, schedule)
  const latest = end !== undefined && end > today && end < on ? end : on
  return Math.max(1, daysBetween(today, latest > today ? latest : addDays(today, 1)))
}
