import { z } from 'zod'
import type { Button } from '../engine/render.ts'
import type { World } from '../engine/world.ts'

const verbs = ['show', 'yes', 'no', 'not-yet', 'tomorrow', 'next-week', 'forget', 'stop'] as const
/** Actions of reminder buttons. */
export type Verb = (typeof verbs)[number]

/** Data of a reminder button. */
export interface ReminderClick {
  readonly verb: Verb
  /** Id of its message; empty for typed answers. */
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

/** Reads button data; undefined if invalid. */
export const readClick = (text: string): ReminderClick | undefined => clickSchema.safeParse(text).data

export const clickText = ({ verb, delivery, schedule }: ReminderClick): string =>
  `${verb}:${delivery}:${schedule}`

export const clickButton = (
  { translations }: World,
  click: ReminderClick,
  title = translations.t(`reminder.buttons.${click.verb}`),
): Button => ({ title, run: 'reminder', with: clickText(click) })
