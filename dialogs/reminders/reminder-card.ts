import type { Reminder } from '../../src/core/reminders/reminder.ts'
import { open } from '../engine/button-intent.ts'
import type { CardContent } from '../engine/render.ts'
import type { Localization } from '../engine/world/localization.ts'
import { Footnotes } from '../wording/footnotes.ts'
import { topicSources } from '../wording/topic-sources.ts'
import { whatIsSaid } from './notice-text.ts'
import { deadlineOf, shortTopic, topicOf } from './open-topic.ts'
import { clickButton } from './reminder-click.ts'
import { type ReminderReader, waysToAnswer } from './ways-to-answer.ts'

/** Rows of a card with several topics; others are on the page of reminders. */
const mostRows = 8
const mostButtons = 4

/** Card of a proactive message about due topics. `delivery`: id of its message. */
export function reminderContent(
  world: ReminderReader,
  reminders: readonly Reminder[],
  delivery: string,
): CardContent {
  const [only, ...others] = reminders
  return only && others.length === 0 ? single(world, only, delivery) : digest(world, reminders, delivery)
}

function single(world: ReminderReader, reminder: Reminder, delivery: string): CardContent {
  const { section = `reminder.${reminder.what}`, view, ...said } = whatIsSaid(world, reminder)
  const notes = Array.isArray(view?.notes) ? view.notes : []
  return {
    ...said,
    card: 'advice',
    section,
    view: { ...view, notes: [...notes, footer(world)] },
    buttons: waysToAnswer(world, reminder, delivery),
  }
}

function digest(world: ReminderReader, reminders: readonly Reminder[], delivery: string): CardContent {
  const { translations } = world
  const more = reminders.length - mostRows
  const marks = new Footnotes(world)
  const rows = reminders.slice(0, mostRows).map((each) => rowOf(world, each, marks))
  return {
    card: 'reminder.digest',
    textValues: { count: reminders.length },
    view: {
      rows,
      notes: [...(more > 0 ? [translations.t('reminder.digest.more', { count: more })] : []), footer(world)],
    },
    footnotes: marks.lines,
    buttons: [
      ...reminders.slice(0, mostButtons).map((each, index) => {
        const click = { verb: 'show', delivery, schedule: each.schedule } as const
        return clickButton(world, click, `${index + 1} · ${shortTopic(world, each)}`)
      }),
      { title: translations.t('reminders.name'), intent: open('reminders') },
    ],
  }
}

function rowOf(world: ReminderReader, reminder: Reminder, marks: Footnotes) {
  const { translations } = world
  const { what, subject, schedule, on } = reminder
  const end = deadlineOf(world, schedule)
  const note =
    end && end >= on
      ? translations.t('my-rewards.by', { date: translations.date(end) })
      : sinceOf(world, reminder)
  return { text: topicOf(world, reminder), note: `${note}${marks.mark(topicSources(world, what, subject))}` }
}

const sinceOf = ({ translations }: Localization, { on }: Reminder): string =>
  translations.t('my-rewards.since', { date: translations.date(on) })

const footer = ({ translations }: Localization): string => translations.t('reminder.footer')
