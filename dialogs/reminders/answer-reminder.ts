import type { Reminder } from '../../src/core/reminders/reminder.ts'
import { type ButtonIntent, open } from '../engine/button-intent.ts'
import type { CardContent } from '../engine/render.ts'
import type { ChatOutput } from '../engine/world/chat-output.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { ReminderSettings } from '../engine/world/reminder-settings.ts'
import { subjectName } from '../wording/topic-words.ts'
import { toCommands } from '../wording/ways-on.ts'
import { notYet } from './not-yet.ts'
import { recipientIn, reminderOf } from './open-topic.ts'
import { outcomeOf } from './outcome.ts'
import { daysUntil, putOff } from './put-off.ts'
import { reminderContent } from './reminder-card.ts'
import type { ReminderClick, Verb } from './reminder-click.ts'
import { settle } from './settle.ts'
import { type ReminderReader, snoozes } from './ways-to-answer.ts'
import { type AnswerWorld, yes } from './yes.ts'

/** Runs the action of a reminder button and shows its result. */
export function answerReminder(world: AnswerWorld, click: ReminderClick): CardContent | ButtonIntent {
  const reminder = reminderOf(world, click.schedule)
  return reminder ? answers[click.verb](world, reminder, click) : over(world, click)
}

/** Reminds on a day of the person's choice. */
export function remindOn(world: AnswerWorld, { delivery, schedule, on }: RemindOn): CardContent {
  const reminder = reminderOf(world, schedule)
  if (!reminder) return over(world, { delivery, schedule })
  return putOff(world, reminder, { delivery, schedule }, daysUntil(world, schedule, on))
}

type RemindOn = Extract<ButtonIntent, { do: 'remind-on' }>
type Answer = (world: AnswerWorld, reminder: Reminder, click: ReminderClick) => CardContent | ButtonIntent

const answers: Readonly<Record<Verb, Answer>> = {
  show,
  yes: (world, reminder, click) => yes(world, reminder, click) ?? over(world, click),
  no: (world, { what }, click) => {
    settle(world, click, world.translations.t('reminder.outcomes.no'))
    return open(what === 'verify-tenant' ? 'program-not-visible' : 'reminders')
  },
  'not-yet': notYet,
  tomorrow: later,
  'next-week': later,
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

function later(world: AnswerWorld, reminder: Reminder, click: ReminderClick): CardContent {
  const [, days = 1] = snoozes.find(([verb]) => verb === click.verb) ?? []
  return putOff(world, reminder, click, days)
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
  click: Pick<ReminderClick, 'delivery' | 'schedule'>,
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
