import { audienceOf } from '../../src/core/reminders/audience.ts'
import { upcomingFor } from '../../src/core/reminders/reminder.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { ReminderSettings } from '../engine/world/reminder-settings.ts'
import type { Speaker } from '../engine/world/speaker.ts'
import type { Row } from '../wording/benefit-words.ts'
import { dayOf, recipientIn, reminderOf, shortTopic, topicOf } from './open-topic.ts'

/** A current or coming topic of this person. */
interface Coming extends Row {
  readonly schedule: string
  /** Short name. */
  readonly short: string
}

/** Topics that wait for an answer, then coming ones by date. */
export const comingTopics = (world: CompanyView & Speaker & Localization & ReminderSettings): Coming[] => [
  ...asked(world),
  ...upcoming(world),
]

function upcoming(world: CompanyView & Speaker & Localization & ReminderSettings): Coming[] {
  const recipient = recipientIn(world)
  return upcomingFor(world.reminderContext, world.personId, recipient).map(({ reminder, at }) => ({
    schedule: reminder.schedule,
    short: shortTopic(world, reminder),
    text: topicOf(world, reminder),
    note: dateOf(world, at, (recipient.snoozed[reminder.schedule] ?? 0) > world.now),
  }))
}

function dateOf(
  world: CompanyView & Localization & ReminderSettings,
  at: number,
  isSnoozed: boolean,
): string {
  const { translations } = world
  const date = dayOf(world, at)
  if (isSnoozed) return translations.t('reminders.snoozed', { date: translations.date(date) })
  return date === dayOf(world, world.now)
    ? translations.t('reminders.today')
    : translations.t('reminders.on', { date: translations.date(date) })
}

/** Topics whose reminders are all delivered, without an answer. */
function asked(world: CompanyView & Speaker & Localization & ReminderSettings): Coming[] {
  const { reminderContext, personId, translations } = world
  const recipient = recipientIn(world)
  const ahead = upcomingFor(reminderContext, personId, recipient).map(({ reminder }) => reminder.schedule)
  const heard = audienceOf(reminderContext, personId, recipient).heard.filter(
    ({ key }) => !ahead.includes(key),
  )
  return heard.flatMap(({ key }) => {
    const [told, reminder] = [recipient.told[key], reminderOf(world, key)]
    if (!told || !reminder) return []
    const note = translations.t('reminders.asked', { date: translations.date(dayOf(world, told.at)) })
    return [{ schedule: key, short: shortTopic(world, reminder), text: topicOf(world, reminder), note }]
  })
}
