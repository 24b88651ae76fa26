import { listedFor, type Upcoming, upcomingFor } from '../../src/core/reminders/reminder.ts'
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

type Reader = CompanyView & Speaker & Localization & ReminderSettings

/** Topics that wait for an answer, then coming ones by date. */
export function comingTopics(world: Reader): Coming[] {
  const { reminderContext, personId } = world
  const recipient = recipientIn(world)
  const listed = listedFor(reminderContext, personId, recipient).map(({ key }) => key)
  const ahead = upcomingFor(reminderContext, personId, recipient).filter(({ reminder }) =>
    listed.includes(reminder.schedule),
  )
  const delivered = listed.filter((key) => !ahead.some(({ reminder }) => reminder.schedule === key))
  return [
    ...delivered.flatMap((key) => asked(world, key)),
    ...ahead.map((upcoming) => comingOf(world, upcoming)),
  ]
}

function comingOf(world: Reader, { reminder, at }: Upcoming): Coming {
  const snoozedUntil = recipientIn(world).snoozed[reminder.schedule] ?? 0
  return {
    schedule: reminder.schedule,
    short: shortTopic(world, reminder),
    text: topicOf(world, reminder),
    note: dateOf(world, at, snoozedUntil > world.now),
  }
}

function dateOf(world: Reader, at: number, isSnoozed: boolean): string {
  const { translations } = world
  const date = dayOf(world, at)
  if (isSnoozed) return translations.t('reminders.snoozed', { date: translations.date(date) })
  return date === dayOf(world, world.now)
    ? translations.t('reminders.today')
    : translations.t('reminders.on', { date: translations.date(date) })
}

/** A topic whose reminders are all delivered, without an answer. */
function asked(world: Reader, key: string): Coming[] {
  const { translations } = world
  const [told, reminder] = [recipientIn(world).told[key], reminderOf(world, key)]
  if (!told || !reminder) return []
  const note = translations.t('reminders.asked', { date: translations.date(dayOf(world, told.at)) })
  return [{ schedule: key, short: shortTopic(world, reminder), text: topicOf(world, reminder), note }]
}
