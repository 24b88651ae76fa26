import { z } from 'zod'
import type { Button } from '../engine/render.ts'
import type { Localization } from '../engine/world/localization.ts'

const verbs = ['show', 'yes', 'no', 'not-yet', 'tomorrow', 'next-week', 'forget', 'stop'] as const
export type Verb = (typeof verbs)[number]

/** What a button of a reminder carries. */
export interface ReminderClick {
  readonly verb: Verb
  /** Id of the message with the button; empty where the answer was typed. */
  readonly delivery: string
  readonly schedule: string
}

const clickSchema = z
  .string()
  .regex(/^[^:]+:[^:]*:./s)
  .transform((text) => {
    const [verb = '', delivery = '', ...schedule] = text.split(':')
    return { verb, delivery, schedule: schedule.join(':') }
  })
  .pipe(z.object({ verb: z.enum(verbs), delivery: z.string(), schedule: z.string() }))

/** Undefined for anything that no button of the bot carries. */
export const readClick = (text: string): ReminderClick | undefined => clickSchema.safeParse(text).data

export const clickText = ({ verb, delivery, schedule }: ReminderClick): string =>
  `${verb}:${delivery}:${schedule}`

export const clickButton = (
  { translations }: Localization,
  click: ReminderClick,
  title = translations.t(`reminder.buttons.${click.verb}`),
): Button => ({ title, run: 'reminder', with: clickText(click) })
