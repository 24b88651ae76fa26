import { z } from 'zod'
import { certaintySchema } from './benefit-definition.ts'
import { sponsorshipPurposeSchema, stageSchema } from './program-vocabulary.ts'

const source = z.string()
const days = z.int().nonnegative()
const usd = z.number().nonnegative()

/** Tells whether an Azure billing agreement allows sponsorship. */
export const sponsorshipSchema = z.strictObject({
  usable: z.enum(['yes', 'no', 'check']),
  /** Code of the explaining sentence. */
  reason: z.string(),
  source,
})
export type SponsorshipRule = z.infer<typeof sponsorshipSchema>

/** Azure usage that Microsoft pays for in a term. */
export const allowanceSchema = z.strictObject({
  purpose: sponsorshipPurposeSchema,
  stage: stageSchema,
  /** Highest allowance of a term in US dollars. */
  upToUsd: usd,
  /** Only for companies in the highest tier. */
  needsTopTier: z.boolean().optional(),
  certainty: certaintySchema,
  source,
})
/** Azure usage that Microsoft pays for in all, where channel partners sell by multiparty offers. */
export const channelAllowanceSchema = z.strictObject({ upToUsd: usd, certainty: certaintySchema, source })
/** Rules of requests for Azure sponsorship. Amounts in US dollars. */
export const sponsorshipRequestsSchema = z.strictObject({
  smallestUsd: usd,
  stepUsd: usd,
  largestUsd: usd,
  /** Share of a deal's value that may be sponsored, by the years of its term. */
  dealCaps: z.array(
    z.strictObject({
      fromYears: z.number().positive(),
      /** Absent means no upper limit. */
      toYears: z.number().positive().optional(),
      percent: z.number().positive(),
      of: z.enum(['annual-value', 'total-value']),
    }),
  ),
  /** Days after the closing of the deal. */
  requestWithinDays: days,
  /** Days after the closing on which an open request is worth a reminder. */
  requestNoticeDays: z.array(days).min(1),
  /** Amount from which the customer's account team at Microsoft has to approve. */
  approvalFromUsd: usd,
  /** Validity by amount, smallest amount first. */
  validity: z.array(z.strictObject({ fromUsd: usd, days: z.int().positive() })).min(1),
  /** Days before the end of the validity. */
  validityNoticeDays: z.array(days).min(1),
  /** Wished first day, in days after the request. */
  startAfterDays: z.strictObject({ least: days, most: days }),
  provisionedBusinessDays: days,
  /** Days before the anniversary, when what is left of an allowance ends. */
  allowanceNoticeDays: z.array(days).min(1),
  source,
})
export type Allowance = z.infer<typeof allowanceSchema>
export type SponsorshipRequestRules = z.infer<typeof sponsorshipRequestsSchema>
