import type { ButtonIntent, reminderVerbs } from '../engine/button-intent.ts'
import type { Button } from '../engine/render.ts'
import type { Localization } from '../engine/world/localization.ts'

/** Actions of reminder buttons. */
export type Verb = (typeof reminderVerbs)[number]

/** Intent of a reminder button. */
export type ReminderClick = Omit<Extract<ButtonIntent, { do: 'answer-reminder' }>, 'do'>

/** Button with the data of a reminder. */
export const clickButton = (
  { translations }: Localization,
  click: ReminderClick,
  title = translations.t(`reminder.buttons.${click.verb}`),
): Button => ({ title, intent: { do: 'answer-reminder', ...click } })
