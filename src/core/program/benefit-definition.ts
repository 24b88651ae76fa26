import { z } from 'zod'
import { localizedSchema } from '../text/localized.ts'

/** How sure a fact is: Microsoft wrote it, others quote it, it was concluded, or nobody outside knows. */
export const certainties = ['official', 'secondary', 'inferred', 'unknown'] as const
export const certaintySchema = z.enum(certainties)
export type Certainty = z.infer<typeof certaintySchema>

/** How an offer is listed. What the trade calls BYOL counts as list, what is free counts as trial. */
export const listingClasses = ['list', 'trial', 'consulting', 'transact'] as const
export const listingClassSchema = z.enum(listingClasses)
export type ListingClass = z.infer<typeof listingClassSchema>

/** How often a benefit may be used. */
export const recurrences = ['once', 'yearly', 'evergreen', 'annual-hours', 'see-rules', 'always'] as const
export const recurrenceSchema = z.enum(recurrences)
export type Recurrence = z.infer<typeof recurrenceSchema>

/** How one gets it: a button in Partner Center, a request, from Microsoft without asking, or simply there. */
export const accesses = ['activate', 'request', 'assigned', 'open'] as const
export type Access = (typeof accesses)[number]

export const prerequisites = ['enrolled', 'live-offer', 'marketing-contact', 'pga', 'membership'] as const
export type Prerequisite = (typeof prerequisites)[number]

const followUpSchema = z.strictObject({
  by: z.enum(['rewards-team', 'technical-consultant', 'microsoft']),
  to: z.enum(['marketing-contact', 'requester']),
  withinDays: z.int().positive().optional(),
  withinBusinessDays: z.int().positive().optional(),
})

const months = z.int().positive()
const perListingClass = <T extends z.ZodType>(value: T) => z.partialRecord(listingClassSchema, value)

/** One benefit of a program version. `source` names an entry of the program's sources. */
export const benefitDefinitionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: localizedSchema,
  /** One sentence: what the company gets. */
  what: localizedSchema,
  category: z.enum(['marketing', 'sales', 'technical']),
  access: z.enum(accesses),
  /** Counted sales, in US dollars, from which it is unlocked; null where sales do not decide. */
  unlockUsd: z.number().nonnegative().nullable(),
  listingClasses: z.array(listingClassSchema).min(1),
  recurrence: recurrenceSchema,
  /** Where a listing class has another rhythm than `recurrence`. */
  recurrenceFor: perListingClass(recurrenceSchema).optional(),
  /** Months after activation, for the listing classes that expire. */
  expiresAfterMonths: perListingClass(months).optional(),
  prerequisites: z.array(z.enum(prerequisites)),
  followUp: followUpSchema.optional(),
  helpUrl: z.url({ protocol: /^https$/ }),
  certainty: certaintySchema,
  source: z.string(),
})
export type BenefitDefinition = z.infer<typeof benefitDefinitionSchema>
