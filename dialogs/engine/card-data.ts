import { z } from 'zod'
import { buttonIntentSchema, type Steer, steerSchema } from './button-intent.ts'
import { earlierButtonSchema, earlierSteerSchema } from './earlier-button.ts'

/** Data of every button, besides the inputs of its card. */
export const stampSchema = z.object({
  guide: z.string().max(100),
  step: z.string().max(100),
  /** Id of the message with this card; an older rendering has another. */
  card: z.string().max(100),
})
/** Identifies the step and message of a card. */
export type Stamp = z.infer<typeof stampSchema>

/** Maximum input length, above that of any field; keeps the card with the error small. */
export const longestEntry = 5_000

const isEntry = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)

/** Input as text; lists of some clients have a separator at the end. */
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
    .looseObject({ answer: stampSchema, go: z.union([steerSchema, earlierSteerSchema]).optional() })
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

/**
 * Input from any channel. `steer`: no answer, but a way elsewhere; `retype`: lines of a step after an edit, with the values
 * before the first.
 */
export type Input =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'retype'
      readonly before: Readonly<Record<string, string>>
      readonly lines: readonly string[]
    }
  | { readonly kind: 'steer'; readonly go: Exclude<Steer, { do: 'cancel' }> }
  | { readonly kind: 'again' }
  | Click
