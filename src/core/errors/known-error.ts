import { z } from 'zod'
import { certaintySchema } from '../program/benefit-definition.ts'
import { type Source, sourceSchema } from '../program/program.ts'
import { linkKeys } from '../program/program-vocabulary.ts'

/** Guides of ours that an error may lead to. */
const cureGuides = ['associate-tenant', 'check-eligibility'] as const

/** A number of Microsoft Entra ("50020", shown as AADSTS50020) or a name ("MPNAccountNotVetted"). */
const codeSchema = z.string().regex(/^(?:\d{4,8}|[A-Z][A-Za-z0-9]+)$/)
/** A part of the message; "…" stands for up to 20 words that differ each time, "^" in front for the start of the paste. */
const fragmentsSchema = z.array(z.string().min(1)).min(1)

/** One error as a file of src/programs/errors describes it; its title and text are in locales/, under its id. */
export const errorEntrySchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    codes: z.array(codeSchema).min(1).optional(),
    /** By language; one fragment found in a paste is enough. */
    messages: z.record(z.string(), fragmentsSchema).optional(),
    /** Page of Partner Center where it is put right. */
    link: z.enum(linkKeys),
    guide: z.enum(cureGuides).optional(),
    source: z.string(),
    /** How sure the cure is; 'inferred' where the source has the cause only. */
    certainty: certaintySchema,
  })
  .refine(({ codes, messages }) => codes ?? messages, { error: 'expected codes or messages' })

/** A file of src/programs/errors. */
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
/** An error that the bot can explain, with the source it is known from. */
export type KnownError = Omit<ErrorEntry, 'source'> & { readonly source: Source }

/** The errors of a file, each with its source in place of the source's key. */
export function errorsIn({ sources, errors }: z.infer<typeof errorFileSchema>): KnownError[] {
  return errors.flatMap(({ source: key, ...error }) => {
    const source = sources[key]
    return source ? [{ ...error, source }] : []
  })
}
