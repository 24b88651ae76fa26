import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { isOpen } from '../../src/core/reminders/reminder.ts'
import { dayMs } from '../../src/core/time/calendar.ts'
import type { ButtonIntent } from '../engine/button-intent.ts'
import type { Localization } from '../engine/world/localization.ts'
import { wordsOf } from '../understanding/normalize.ts'
import { reminderOf } from './open-topic.ts'
import type { ReminderClick, Verb } from './reminder-click.ts'
import { type ReminderReader, waysToAnswer } from './ways-to-answer.ts'

/** Milliseconds during which a bare "yes" answers a reminder; covers a weekend. */
const answerable = 4 * dayMs

/** Reads a typed line as a click on a reminder with one topic: the quoted one, else the last. */
export function typedAnswer(world: ReminderReader, text: string, quoted?: string): ButtonIntent | undefined {
  const { recipient, reminderContext, now } = world
  const card = quoted ? recipient?.cards.find(({ delivery }) => delivery === quoted) : recipient?.cards.at(-1)
  const [schedule, ...others] = card?.ladders ?? []
  if (!recipient || !card || schedule === undefined || others.length > 0) return undefined
  if ((!quoted && now > card.at + answerable) || !isOpen(reminderContext, recipient, schedule))
    return undefined
  const verb = verbMeant(world, text)
  if (verb === undefined) return undefined
  const click = { do: 'answer-reminder', verb, delivery: card.delivery, schedule } as const
  return canBeClicked(world, click) ? click : undefined
}

const wordLists = z.record(z.string(), z.array(z.string()))
const verbs = ['not-yet', 'yes', 'tomorrow', 'next-week'] as const satisfies readonly Verb[]

function verbMeant({ translations }: Localization, text: string): Verb | undefined {
  const own = wordLists.parse(translations.section('reminder.words'))
  const common = wordLists.parse(translations.section('common.words'))
  const said = wordsOf(text).join(' ')
  const words = (verb: Verb) => [...(own[verb] ?? []), ...(common[verb] ?? [])]
  return verbs.find((verb) => words(verb).some((each) => wordsOf(each).join(' ') === said))
}

function canBeClicked(world: ReminderReader, click: ReminderClick): boolean {
  const reminder = reminderOf(world, click.schedule)
  const buttons = reminder ? waysToAnswer(world, reminder, click.delivery) : []
  return buttons.some((button) => 'intent' in button && isDeepStrictEqual(button.intent, click))
}
