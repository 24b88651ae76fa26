import { z } from 'zod'
import { localizedSchema } from '../text/localized.ts'
import { pathSchema, stageSchema } from './program-vocabulary.ts'

/** Certainty of a fact: written by Microsoft, reported by others, concluded, general knowledge, or unpublished. */
export const certainties = ['official', 'secondary', 'inferred', 'general', 'unknown'] as const
export const certaintySchema = z.enum(certainties)
export type Certainty = z.infer<typeof certaintySchema>

/** Listing classes of an offer; BYOL counts as list, free as trial. */
export const listingClasses = ['list', 'trial', 'consulting', 'transact'] as const
export const listingClassSchema = z.enum(listingClasses)
export type ListingClass = z.infer<typeof listingClassSchema>

/** Frequency of use of a benefit. */
export const recurrences = [
  'once',
  'yearly',
  'evergreen',
  'annual-hours',
  'see-rules',
  'always',
  /** Once per term of the enrollment. */
  'term',
  'per-deal',
  'per-engagement',
  'per-solution',
  /** As long as its condition is met. */
  'while-met',
  'unpublished',
] as const
export const recurrenceSchema = z.enum(recurrences)
export type Recurrence = z.infer<typeof recurrenceSchema>

/**
 * Ways to get a benefit: a button in Partner Center, a page there whose button is unknown, a request, assigned by
 * Microsoft, a status that a company reaches, open to all, or not published.
 */
export const accesses = ['activate', 'page', 'request', 'assigned', 'status', 'open', 'unpublished'] as const
export type Access = (typeof accesses)[number]

/** Conditions of a benefit. */
export const prerequisites = [
  'enrolled',
  'live-offer',
  'marketing-contact',
  'pga',
  'membership',
  /** One offer with a certified software designation. */
  'software-designation',
  /** The highest tier. */
  'top-tier',
  /** Not for companies that Microsoft moved from another program. */
  'new-member',
  'ai-publisher',
  /** Companies with apps for Teams or Dynamics 365, whose tier Partner Center cannot show. */
  'teams-or-dynamics',
] as const
export type Prerequisite = (typeof prerequisites)[number]

const followUpSchema = z.strictObject({
  by: z.enum(['rewards-team', 'technical-consultant', 'engagement-manager', 'concierge', 'microsoft']),
  to: z.enum(['marketing-contact', 'requester']),
  withinDays: z.int().positive().optional(),
  withinBusinessDays: z.int().positive().optional(),
})

/** Highest amount in US dollars, often of another origin than the benefit. */
const upToSchema = z.strictObject({
  usd: z.number().positive(),
  certainty: certaintySchema,
  source: z.string(),
})
const months = z.int().positive()
const perListingClass = <T extends z.ZodType>(value: T) => z.partialRecord(listingClassSchema, value)

/** Benefit of a program version. `source` is a key of the program's sources. */
export const benefitDefinitionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: localizedSchema,
  /** One sentence on the company's gain. */
  what: localizedSchema,
  category: z.enum(['marketing', 'sales', 'technical']),
  access: z.enum(accesses),
  /** Counted sales in US dollars that unlock it; null if sales do not decide. */
  unlockUsd: z.number().nonnegative().nullable(),
  listingClasses: z.array(listingClassSchema).min(1),
  /** Paths of the enrollment that have it; absent means every path. */
  paths: z.array(pathSchema).min(1).optional(),
  /** Stages that have it; absent means every stage. */
  stages: z.array(stageSchema).min(1).optional(),
  /** Menu path in Partner Center. */
  where: localizedSchema.optional(),
  /** Amount that `what` names; amounts of sponsorship are among the program's allowances. */
  upTo: upToSchema.optional(),
  recurrence: recurrenceSchema,
  /** Exceptions from `recurrence` by listing class. */
  recurrenceFor: perListingClass(recurrenceSchema).optional(),
  /** Months from activation to expiry, by listing class; absent classes do not expire. */
  expiresAfterMonths: perListingClass(months).optional(),
  prerequisites: z.array(z.enum(prerequisites)),
  followUp: followUpSchema.optional(),
  helpUrl: z.url({ protocol: /^https$/ }),
  certainty: certaintySchema,
  source: z.string(),
})
export type BenefitDefinition = z.infer<typeof benefitDefinitionSchema>
