import { z } from 'zod'
import { certaintySchema } from '../program/benefit-definition.ts'
import { type Source, sourceSchema } from '../program/program.ts'
import { linkKeys } from '../program/program-vocabulary.ts'

/** Guides to which an error may lead. */
const cureGuides = ['associate-tenant', 'check-eligibility'] as const

/** Number of Microsoft Entra ("50020", shown as AADSTS50020) or name ("MPNAccountNotVetted"). */
const codeSchema = z.string().regex(/^(?:\d{4,8}|[A-Z][A-Za-z0-9]+)$/)
/** Part of a message; "…" stands for up to 20 varying words, a leading "^" for the start of the paste. */
const fragmentsSchema = z.array(z.string().min(1)).min(1)

/** Entry of a file in src/programs/errors; title and text are in locales/ under its id. */
export const errorEntrySchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    codes: z.array(codeSchema).min(1).optional(),
    /** Fragments by language; one found in a paste is enough. */
    messages: z.record(z.string(), fragmentsSchema).optional(),
    /** Page of Partner Center with the remedy. */
    link: z.enum(linkKeys),
    guide: z.enum(cureGuides).optional(),
    source: z.string(),
    /** Certainty of the remedy: 'inferred' if the source names only the cause, 'general' if it names neither. */
    certainty: certaintySchema,
  })
  .refine(({ codes, messages }) => codes ?? messages, { error: 'expected codes or messages' })

/** File in src/programs/errors. */
export const errorFileSchema = z
  .strictObject({ sources: z.record(z.string(), sourceSchema), errors: z.array(errorEntrySchema).min(1) })
  .check(({ value, issues }) => {
    value.errors.forEach(({ source }, at) => {
      if (value.sources[source]) return
      const message = `expected one of the sources ${Object.keys(value.sources).join(', ')}`
      issues.push({ code: 'custom', path: ['errors', at, 'source'], message, input: source })
    })
  })

type ErrorEntry = z.infer<typeof errorEntrySchema>
/** Error that the bot can explain, with its source. */
export type KnownError = Omit<ErrorEntry, 'source'> & { readonly source: Source }

/** Resolves the sources of a file's errors. */
export function errorsIn({ sources, errors }: z.infer<typeof errorFileSchema>): KnownError[] {
  return errors.flatMap(({ source: key, ...error }) => {
    const source = sources[key]
    return source ? [{ ...error, source }] : []
  })
}
