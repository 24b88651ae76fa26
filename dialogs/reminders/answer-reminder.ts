import type { Reminder } from '../../src/core/reminders/reminder.ts'
import { type ButtonIntent, open } from '../engine/button-intent.ts'
import type { CardContent } from '../engine/render.ts'
import type { ChatOutput } from '../engine/world/chat-output.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { ReminderSettings } from '../engine/world/reminder-settings.ts'
import type { World } from '../engine/world.ts'
import { subjectName } from '../wording/topic-words.ts'
import { toCommands } from '../wording/ways-on.ts'
import { notYet } from './not-yet.ts'
import { recipientIn, reminderOf, topicOf } from './open-topic.ts'
import { outcomeOf } from './outcome.ts'
import { reminderContent } from './reminder-card.ts'
import type { ReminderClick, Verb } from './reminder-click.ts'
import { settle } from './settle.ts'
import { snooze } from './snooze.ts'
import { type ReminderReader, snoozes } from './ways-to-answer.ts'
import { yes } from './yes.ts'

/** Runs the action of a reminder button and shows its result. */
export function answerReminder(world: World, click: ReminderClick): CardContent | ButtonIntent {
  const reminder = reminderOf(world, click.schedule)
  return reminder ? answers[click.verb](world, reminder, click) : over(world, click)
}

type Answer = (world: World, reminder: Reminder, click: ReminderClick) => CardContent | ButtonIntent

const answers: Readonly<Record<Verb, Answer>> = {
  show,
  yes: (world, reminder, click) => yes(world, reminder, click) ?? over(world, click),
  no: (world, { what }, click) => {
    settle(world, click, world.translations.t('reminder.outcomes.no'))
    return open(what === 'verify-tenant' ? 'program-not-visible' : 'reminders')
  },
  'not-yet': notYet,
  tomorrow: putOff,
  'next-week': putOff,
  forget,
  stop: () => ({ do: 'change-reminders', change: 'stop' }),
}

/** Card of one reminder, opened from a list. */
function show(world: ReminderReader & ChatOutput, reminder: Reminder): CardContent {
  const message = world.newId()
  const { cards } = recipientIn(world)
  world.editRecipient({
    cards: [...cards, { delivery: message, at: world.now, ladders: [reminder.schedule] }],
  })
  return { ...reminderContent(world, [reminder], message), message }
}

function putOff(
  world: CompanyView & Localization & ChatOutput & ReminderSettings,
  reminder: Reminder,
  click: ReminderClick,
): CardContent {
  const { translations } = world
  const [, days = 1] = snoozes.find(([verb]) => verb === click.verb) ?? []
  const date = translations.date(snooze(world, reminder.schedule, days))
  settle(world, click, translations.t('reminder.outcomes.snoozed', { date }))
  return {
    card: 'message',
    section: 'reminder.snoozed',
    textValues: { date, topic: topicOf(world, reminder) },
    buttons: toCommands(world, ['reminders', 'my-rewards']),
  }
}

function forget(
  world: CompanyView & Localization & ChatOutput & ReminderSettings,
  { what, subject }: Reminder,
  click: ReminderClick,
): ButtonIntent {
  const guide = subjectName(world, what, subject)
  settle(world, click, world.translations.t('reminder.outcomes.forgotten', { subject: guide }))
  return { do: 'forget', guide: subject }
}

/** Card for a topic that is over: answered or expired. */
function over(
  world: CompanyView & Localization & ChatOutput & ReminderSettings,
  click: ReminderClick,
): CardContent {
  const outcome = outcomeOf(world, click.schedule)
  settle(world, click, outcome)
  return {
    card: 'message',
    section: 'reminder.over',
    textValues: { outcome },
    buttons: toCommands(world, ['my-rewards', 'reminders']),
  }
}
