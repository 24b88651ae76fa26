import { z } from 'zod'
import { factsSchema } from '../eligibility/facts.ts'
import { authorizedPeopleSchema } from '../people/authorized-people.ts'
import { guestSchema, hostSchema, invitationSchema } from '../sharing/joining.ts'
import { plainDate } from '../time/calendar.ts'
import {
  actorSchema,
  benefitStates,
  contactSchema,
  estimateSummarySchema,
  instant,
  portalVerdicts,
  technicalRequestSchema,
} from './company-event.ts'
import { chainHeadSchema } from './seal.ts'

const benefitRecordSchema = z.object({
  state: z.enum(benefitStates),
  /** The program version under which it was activated. */
  program: z.string(),
  activatedOn: plainDate,
  updatedOn: plainDate,
  /** By when Microsoft said that it gets in touch. */
  contactBy: plainDate.optional(),
  expiresOn: plainDate.optional(),
  /** When it may be used again. */
  renewsOn: plainDate.optional(),
  timesActivated: z.int().positive(),
  /** Id of who activated it last. */
  by: z.string().optional(),
})
export type BenefitRecord = z.infer<typeof benefitRecordSchema>

const tenantRecordSchema = z.object({
  /** GUID or domain, in lower case. */
  tenant: z.string(),
  state: z.enum(['pending', 'verified', 'failed']),
  reason: z.string().optional(),
  /** The day on which it came into this state. */
  since: plainDate,
  /** Id of who recorded that. */
  by: z.string().optional(),
})
export type TenantRecord = z.infer<typeof tenantRecordSchema>

/** Where one company stands: what folding its log gives. */
export const companySchema = z.object({
  schema: z.literal(1),
  /** Id of the Entra tenant whose people talk to the bot. */
  tenant: z.string(),
  /** The program version that the company is in. */
  program: z.string(),
  eligibility: z
    .object({ facts: factsSchema, summary: estimateSummarySchema, at: instant, by: actorSchema })
    .optional(),
  /** What Partner Center showed, as a person read it there. */
  portalVerdict: z
    .object({ verdict: z.enum(portalVerdicts), program: z.string(), at: instant, by: actorSchema })
    .optional(),
  /** The first day on which the company was known to have a live offer. */
  offerLiveSince: plainDate.optional(),
  contact: contactSchema.extend({ assignedOn: plainDate }).optional(),
  benefits: z.record(z.string(), benefitRecordSchema),
  requests: z.array(technicalRequestSchema),
  tenants: z.array(tenantRecordSchema),
  /** The day of the first activation: benefits refresh on its anniversary. */
  anniversary: plainDate.optional(),
  /** Who speaks for it; as long as there is none, everybody does. */
  team: authorizedPeopleSchema.optional(),
  invitations: z.array(invitationSchema).optional(),
  /** Other tenants whose people work on it. */
  guests: z.array(guestSchema).optional(),
  /** The company that this tenant's people work on in its place, as long as that one says so too. */
  host: hostSchema.optional(),
  /** Where its log ends. */
  chain: chainHeadSchema.optional(),
})
export type Company = z.infer<typeof companySchema>

/** A company that nothing is known of yet. */
export const newCompany = (tenant: string, program: string): Company => ({
  schema: 1,
  tenant,
  program,
  benefits: {},
  requests: [],
  tenants: [],
})
