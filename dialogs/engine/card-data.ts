import { z } from 'zod'
import { buttonIntentSchema } from './button-intent.ts'
import { earlierButtonSchema } from './earlier-button.ts'

/** What every button of the bot sends, besides the inputs of its card. */
export const stampSchema = z.object({
  guide: z.string().max(100),
  step: z.string().max(100),
  /** Id of the one message that showed this card: an older rendering has another. */
  card: z.string().max(100),
})
export type Stamp = z.infer<typeof stampSchema>

/** More than any field takes: what is cut off would be refused anyway, and the card that says so stays small. */
export const longestEntry = 5_000

const isEntry = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)

/** An input as text; a list as some clients send what was ticked, with a separator at its end: it is no single value. */
function entryOf(value: unknown): string[] {
  if (isEntry(value)) return [String(value).slice(0, longestEntry)]
  return Array.isArray(value) && value.every(isEntry) ? [`${value.join(',')},`.slice(0, longestEntry)] : []
}

const inputs = z
  .record(z.string(), z.unknown())
  .transform((values) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([key, value]) => entryOf(value).map((entry) => [key, entry])),
    ),
  )

/** A click: an answer to a step of a guide, or a button that asks for something else. */
export const clickSchema = z.union([
  z
    .looseObject({ answer: stampSchema, go: z.string().max(100).optional() })
    .transform(({ answer, go, ...rest }) => ({
      kind: 'answer' as const,
      stamp: answer,
      go,
      values: inputs.parse(rest),
    })),
  z
    .union([buttonIntentSchema, earlierButtonSchema])
    .transform((intent) => ({ kind: 'button' as const, intent })),
])
export type Click = z.infer<typeof clickSchema>
export type AnswerClick = Extract<Click, { kind: 'answer' }>

/**
 * An input of the person, from any channel; `steer` is back, or a step to change, `retype` are lines of this
 * step after one of them was edited, and what was entered before the first.
 */
export type Input =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'retype'
      readonly before: Readonly<Record<string, string>>
      readonly lines: readonly string[]
    }
  | { readonly kind: 'steer'; readonly go: string }
  | { readonly kind: 'again' }
  | Click
