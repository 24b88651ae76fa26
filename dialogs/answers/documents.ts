import { z } from 'zod'
import { readJson } from '../../locales/sentences.ts'
import { typesetByKey } from '../../locales/typography.ts'
import { type Program, sourceSchema } from '../../src/core/program/program.ts'
import type { NamedSource } from '../engine/citation.ts'

const documentsSchema = z.strictObject({
  /** Sources of answers that no program has. */
  sources: z.record(z.string(), sourceSchema),
  /** Partner Center pages that no program links to, by the key of their button under `answers.pages`. */
  addresses: z.record(z.string(), z.url()),
})

export const { sources: documents, addresses } = documentsSchema.parse(
  readJson('dialogs/answers/documents.json', undefined, typesetByKey),
)

/** Finds a source by its key: of a rule of the program, of the program, else of the documents. */
export function sourceNamed({ rules, sources }: Program, key: string): NamedSource {
  const named = Object.entries(rules).find(([rule]) => rule === key)?.[1] ?? key
  return sources[named] ? named : (documents[key] ?? named)
}
