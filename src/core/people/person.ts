import { z } from 'zod'

/** Partner Center roles relevant to the program, and "I don't know". */
export const roles = [
  'partner-admin',
  'global-admin',
  'admin-agent',
  'account-admin',
  'compliance-admin',
  'co-sell-solution-admin',
  'other',
  'unknown',
] as const
export type Role = (typeof roles)[number]

/** Data that the bot keeps about a person of a company. */
export const personSchema = z.object({
  schema: z.literal(1),
  name: z.string(),
  /** BCP 47 language: requested if `choseLanguage`, else detected by an earlier version. */
  language: z.string().optional(),
  choseLanguage: z.boolean().optional(),
  /** Languages of the last sentences (src/core/text/spoken-language.ts); ignored once a language is requested. */
  wrote: z.array(z.string()).optional(),
  /** Declared by the person. */
  role: z.enum(roles).optional(),
  /** Address for signing in to Partner Center. */
  email: z.string().optional(),
  /** Download link of the person's or the company's data: hash of its key, and its end as instant in milliseconds. */
  download: z.object({ key: z.string(), until: z.number(), of: z.literal('company').optional() }).optional(),
})
export type Person = z.infer<typeof personSchema>
