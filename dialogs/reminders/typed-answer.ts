import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Reminder } from '../../src/core/reminders/reminder.ts'
import { dayMs } from '../../src/core/time/calendar.ts'
import { type ButtonIntent, open } from '../engine/button-intent.ts'
import type { Localization } from '../engine/world/localization.ts'
import { wordsOf } from '../understanding/normalize.ts'
import { reminderOf } from './open-topic.ts'
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
  return reminder && intent && canBeClicked(world, reminder, card.delivery, intent) ? intent : undefined
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
