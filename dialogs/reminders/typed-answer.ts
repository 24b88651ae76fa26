import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Reminder } from '../../src/core/reminders/reminder.ts'
import { dayMs, type PlainDate } from '../../src/core/time/calendar.ts'
import { dayMeant } from '../../src/time/day-meant.ts'
import { type ButtonIntent, open } from '../engine/button-intent.ts'
import type { Localization } from '../engine/world/localization.ts'
import { wordsOf } from '../understanding/normalize.ts'
import { dayOf, reminderOf } from './open-topic.ts'
import type { Verb } from './reminder-click.ts'
import { type ReminderReader, waysToAnswer } from './ways-to-answer.ts'

/** Milliseconds during which a bare "yes" answers a reminder; covers a weekend. */
const answerable = 4 * dayMs

/** Reads a typed line as a click on a reminder with one topic: the quoted one, else the last. */
export function typedAnswer(world: ReminderReader, text: string, quoted?: string): ButtonIntent | undefined {
  const { recipient, now } = world
  const card = quoted ? recipient?.cards.find(({ delivery }) => delivery === quoted) : recipient?.cards.at(-1)
  const [schedule, ...others] = card?.ladders ?? []
  if (!card || schedule === undefined || others.length > 0) return undefined
  const isTooLate = !quoted && now > card.at + answerable
  const reminder = isTooLate ? undefined : reminderOf(world, schedule)
  const intent = reminder && intentMeant(world, text, reminder, card.delivery)
  if (reminder && intent) return canBeClicked(world, reminder, card.delivery, intent) ? intent : undefined
  const on = reminder && dayAlone(world, text)
  return on === undefined ? undefined : { do: 'remind-on', delivery: card.delivery, schedule, on }
}

/** Words of a line that is nothing but a day, such as "in two weeks". */
const mostWords = 4

function dayAlone(world: ReminderReader, text: string): PlainDate | undefined {
  if (wordsOf(text).length > mostWords || text.includes('?')) return undefined
  const today = dayOf(world, world.now)
  const on = dayMeant(text, today)
  return on !== undefined && on > today ? on : undefined
}

const verbs = ['not-yet', 'yes', 'tomorrow', 'next-week'] as const satisfies readonly Verb[]

function intentMeant(
  { translations }: Localization,
  text: string,
  { what, schedule }: Reminder,
  delivery: string,
): ButtonIntent | undefined {
  const isSaid = (words: string) => saysOneOf(translations, words, text)
  if (isSaid('other') || (what === 'check-renewal' && isSaid('no-renewal'))) return open('which-program')
  const verb = verbs.find(isSaid)
  return verb && { do: 'answer-reminder', verb, delivery, schedule }
}

const wordLists = z.record(z.string(), z.array(z.string()))

/** Tells whether a line is one of the words for an answer to reminders, or to any question. */
function saysOneOf(translations: Localization['translations'], answer: string, text: string): boolean {
  const said = wordsOf(text).join(' ')
  return ['reminder.words', 'common.words']
    .flatMap((section) => wordLists.parse(translations.section(section))[answer] ?? [])
    .some((each) => wordsOf(each).join(' ') === said)
}

function canBeClicked(
  world: ReminderReader,
  reminder: Reminder,
  delivery: string,
  intent: ButtonIntent,
): boolean {
  const buttons = waysToAnswer(world, reminder, delivery)
  return buttons.some((button) => 'intent' in button && isDeepStrictEqual(button.intent, intent))
}
