import { z } from 'zod'
import { listingClassSchema } from '../program/benefit-definition.ts'
import { plainDate } from '../time/calendar.ts'

export const answerSchema = z.enum(['yes', 'no', 'unknown'])
export type Answer = z.infer<typeof answerSchema>

/** One publisher profile linked to the partner global account (PGA). */
export const publisherProfileSchema = z.object({
  name: z.string().min(1),
  listingClass: listingClassSchema,
  /** US dollars billed through Microsoft in the program's sales period. */
  billedSalesUsd: z.number().nonnegative(),
  /** What the profile sells; software unless said otherwise. */
  offering: z.enum(['software', 'services']).optional(),
  /** The way of selling that was named, where it counts as another class than people expect. */
  countedAs: z.enum(['byol', 'free']).optional(),
})
export type PublisherProfile = z.infer<typeof publisherProfileSchema>

/** What a person says about the company; no program version is assumed. */
export const factsSchema = z.object({
  enrolled: answerSchema,
  liveOffer: answerSchema,
  liveOfferSince: plainDate.optional(),
  /** Partner Center membership offer that technical requests need. */
  membership: answerSchema.optional(),
  profiles: z.array(publisherProfileSchema),
  solutionValueUsd: z.number().nonnegative().optional(),
  teamsMau: z.int().nonnegative().optional(),
})
export type Facts = z.infer<typeof factsSchema>
