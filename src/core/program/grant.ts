import { z } from 'zod'
import { roles } from '../people/person.ts'
import { certainties } from './benefit-definition.ts'

/** Role that may do something. 'unsure' if two Microsoft pages differ; 'any' is every user of the company. */
export const grantSchema = z.strictObject({
  role: z.enum([...roles, 'any']),
  certainty: z.enum([...certainties, 'unsure']),
  source: z.string(),
})
export type Grant = z.infer<typeof grantSchema>
