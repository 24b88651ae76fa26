import { z } from 'zod'

/** Partner Center roles that matter to the program, and the honest "I don't know". */
export const roles = [
  'partner-admin',
  'global-admin',
  'admin-agent',
  'account-admin',
  'other',
  'unknown',
] as const
export type Role = (typeof roles)[number]

export const personSchema = z.object({
  schema: z.literal(1),
  name: z.string(),
  /** BCP 47 language that the person asked for, if `choseLanguage`; else, from earlier versions, that of one sentence of theirs. */
  language: z.string().optional(),
  choseLanguage: z.boolean().optional(),
  /** Languages of their last sentences, as src/core/text/spoken-language.ts keeps them: a clue, while they asked for none. */
  wrote: z.array(z.string()).optional(),
  /** As the person declared it. */
  role: z.enum(roles).optional(),
  /** Address that the person signs in to Partner Center with. */
  email: z.string().optional(),
  /**
   * What opens the link to their data, or to the company's: the hash of its key, and the instant in milliseconds when it
   * closes.
   */
  download: z.object({ key: z.string(), until: z.number(), of: z.literal('company').optional() }).optional(),
})
export type Person = z.infer<typeof personSchema>
