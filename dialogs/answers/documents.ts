import { z } from 'zod'
import { sourceSchema } from '../../src/core/program/program.ts'
import file from './documents.json' with { type: 'json' }

const documentsSchema = z.strictObject({
  /** Sources of answers that no program has. */
  sources: z.record(z.string(), sourceSchema),
  /** Partner Center pages that no program links to, by the key of their button under `answers.pages`. */
  addresses: z.record(z.string(), z.url()),
})

export const { sources: documents, addresses } = documentsSchema.parse(file)
