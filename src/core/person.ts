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
  /** BCP 47 language that the bot speaks with the person; while it is absent the channel's locale decides. */
  language: z.string().optional(),
  /** The person asked for this language; else it is the one they last wrote in. */
  choseLanguage: z.boolean().optional(),
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
