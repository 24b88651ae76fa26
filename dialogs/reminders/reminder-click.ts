import type { ButtonIntent, reminderVerbs } from '../engine/button-intent.ts'
import type { Button } from '../engine/render.ts'
import type { World } from '../engine/world.ts'

export type Verb = (typeof reminderVerbs)[number]

/** What a button of a reminder asks for. */
export type ReminderClick = Omit<Extract<ButtonIntent, { do: 'answer-reminder' }>, 'do'>

export const clickButton = (
  { translations }: World,
  click: ReminderClick,
  title = translations.t(`reminder.buttons.${click.verb}`),
): Button => ({ title, intent: { do: 'answer-reminder', ...click } })
