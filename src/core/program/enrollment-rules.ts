import { z } from 'zod'
import { localizedSchema } from '../text/localized.ts'
import { certaintySchema } from './benefit-definition.ts'
import { grantSchema } from './grant.ts'
import { pathSchema, situationSchema, stageSchema } from './program-vocabulary.ts'

const source = z.string()
const days = z.int().nonnegative()

/** Path of an enrollment, and how a company stays on it. */
const pathShape = z.strictObject({
  id: pathSchema,
  name: localizedSchema,
  /** Price of a year in US dollars, without tax. */
  yearlyUsd: z.number().nonnegative(),
  /** Price that another page of Microsoft's states. */
  yearlyUsdElsewhere: z.number().nonnegative().optional(),
  renewal: z.strictObject({
    /** Only the first anniversary, or every one, needs a person. */
    at: z.enum(['first-anniversary', 'every-anniversary']),
    /** Days before the anniversary on which the renewal opens; null if unpublished. */
    opensDaysBefore: days.nullable(),
    /** What a company is in that misses it. */
    ifMissed: situationSchema,
  }),
  certainty: certaintySchema,
  source,
})
/** Paths and stages of a program that companies enroll in for a term. */
export const enrollmentSchema = z.strictObject({
  paths: z.array(pathShape).min(1),
  stages: z.array(
    z.strictObject({ id: stageSchema, name: localizedSchema, certainty: certaintySchema, source }),
  ),
  termMonths: z.int().positive(),
  renewalNoticeDays: z.array(days).min(1),
  /** Days before the anniversary on which the coming review of the tier is worth a reminder. */
  tierReviewNoticeDays: days,
  /** Usual business days until the partner account is verified. */
  verificationBusinessDays: days,
  /** Roles that may see to this verification. */
  verifiedBy: z.array(grantSchema).min(1),
  source,
})
export type EnrollmentRules = z.infer<typeof enrollmentSchema>
export type PathRules = z.infer<typeof pathShape>
