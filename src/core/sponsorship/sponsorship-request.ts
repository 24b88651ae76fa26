import { z } from 'zod'
import { sponsorshipPurposeSchema } from '../program/program-vocabulary.ts'
import { plainDate } from '../time/calendar.ts'

const usd = z.number().nonnegative()

/** Deal with a customer, for which sponsorship may be granted once. Amounts in US dollars. */
export const dealSchema = z.object({
  customer: z.string().min(1),
  /** Day of closing; it may be ahead. */
  closedOn: plainDate,
  /** Term in years. */
  years: z.number().positive(),
  annualValueUsd: usd,
  totalValueUsd: usd,
  /** Sponsorship was agreed in the negotiation. */
  isAgreed: z.boolean(),
})
export type Deal = z.infer<typeof dealSchema>

/** Trials expected in three months, and how many of them become customers. */
export const trialsSchema = z.object({
  offer: z.string().min(1),
  expected: z.int().nonnegative(),
  converted: z.int().nonnegative(),
})
export type Trials = z.infer<typeof trialsSchema>

/** Contents of a request for sponsorship; records of before have none. */
export const wishShape = {
  purpose: sponsorshipPurposeSchema.optional(),
  deal: dealSchema.optional(),
  trials: trialsSchema.optional(),
  amountUsd: usd.optional(),
  /** Wished first day. */
  startOn: plainDate.optional(),
  /** Contact in the customer's account team at Microsoft. */
  accountTeam: z.string().optional(),
  /** Id of the co-sell deal. */
  dealId: z.string().optional(),
}

/** What Microsoft granted, as a person recorded it. */
export const grantSchema = z.object({
  amountUsd: usd,
  /** First day; absent while unknown. */
  from: plainDate.optional(),
  /** Last day, by the rules of the program; absent with the first. */
  until: plainDate.optional(),
  usedUsd: usd.optional(),
})
export type Grant = z.infer<typeof grantSchema>
