import { z } from 'zod'
import { listingClassSchema } from '../program/benefit-definition.ts'
import { plainDate } from '../time/calendar.ts'

/** Answer to a yes-or-no question. */
export const answerSchema = z.enum(['yes', 'no', 'unknown'])
export type Answer = z.infer<typeof answerSchema>

/** Publisher profile linked to the partner global account (PGA). */
export const publisherProfileSchema = z.object({
  name: z.string().min(1),
  listingClass: listingClassSchema,
  /** US dollars billed through Microsoft in the program's sales period. */
  billedSalesUsd: z.number().nonnegative(),
  /** Offering; absent means software. */
  offering: z.enum(['software', 'services']).optional(),
  /** Declared way of selling that counts as an unexpected class. */
  countedAs: z.enum(['byol', 'free']).optional(),
})
export type PublisherProfile = z.infer<typeof publisherProfileSchema>

/** Facts that a person declares about the company, independent of the program version. */
export const factsSchema = z.object({
  enrolled: answerSchema,
  liveOffer: answerSchema,
  liveOfferSince: plainDate.optional(),
  /** Partner Center membership offer, needed for technical requests. */
  membership: answerSchema.optional(),
  profiles: z.array(publisherProfileSchema),
  solutionValueUsd: z.number().nonnegative().optional(),
  teamsMau: z.int().nonnegative().optional(),
  /** One offer has a certified software designation. */
  softwareDesignation: answerSchema.optional(),
  /** Azure consumption of the last twelve months, company-wide, in US dollars. */
  azureConsumptionUsd: z.number().nonnegative().optional(),
})
export type Facts = z.infer<typeof factsSchema>
