import { upcomingFor } from '../../src/core/reminders/reminder.ts'
import type { ReminderTopic } from '../../src/core/reminders/schedule.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { ReminderSettings } from '../engine/world/reminder-settings.ts'
import type { Speaker } from '../engine/world/speaker.ts'
import { dayOf, recipientIn } from './open-topic.ts'

/** One line about the next reminder of a topic; none if there is none. */
export function comingBack(
  world: Speaker & Localization & ReminderSettings,
  kind: ReminderTopic,
  subjects: readonly string[],
): string[] {
  const { reminderContext, personId, translations } = world
  const recipient = recipientIn(world)
  if (recipient.silent) return []
  const next = upcomingFor(reminderContext, personId, recipient).find(
    ({ reminder }) => reminder.kind === kind && subjects.includes(reminder.subject),
  )
  return next ? [translations.t('reminders.back', { date: translations.date(dayOf(world, next.at)) })] : []
}
