import { z } from 'zod'
import { factsSchema } from '../eligibility/facts.ts'
import { enrollmentSchema } from '../enrollment/enrollment.ts'
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
  /** Program version of the activation. */
  program: z.string(),
  activatedOn: plainDate,
  updatedOn: plainDate,
  /** Last day on which Microsoft promised to get in touch. */
  contactBy: plainDate.optional(),
  expiresOn: plainDate.optional(),
  /** Day from which it may be used again. */
  renewsOn: plainDate.optional(),
  timesActivated: z.int().positive(),
  /** Id of the person who activated it last. */
  by: z.string().optional(),
})
export type BenefitRecord = z.infer<typeof benefitRecordSchema>

const tenantRecordSchema = z.object({
  /** GUID or domain, in lower case. */
  tenant: z.string(),
  state: z.enum(['pending', 'verified', 'failed']),
  reason: z.string().optional(),
  /** First day in this state. */
  since: plainDate,
  /** Id of the person who recorded it. */
  by: z.string().optional(),
})
export type TenantRecord = z.infer<typeof tenantRecordSchema>

/** State of one company: the result of replaying its log. */
export const companySchema = z.object({
  schema: z.literal(1),
  /** Id of the Entra tenant. */
  tenant: z.string(),
  /** Id of the company's program version. */
  program: z.string(),
  eligibility: z
    .object({ facts: factsSchema, summary: estimateSummarySchema, at: instant, by: actorSchema })
    .optional(),
  /** Result that a person read in Partner Center. */
  portalVerdict: z
    .object({ verdict: z.enum(portalVerdicts), program: z.string(), at: instant, by: actorSchema })
    .optional(),
  /** First day on which a live offer was known. */
  offerLiveSince: plainDate.optional(),
  enrollment: enrollmentSchema.optional(),
  contact: contactSchema.extend({ assignedOn: plainDate }).optional(),
  benefits: z.record(z.string(), benefitRecordSchema),
  requests: z.array(technicalRequestSchema),
  tenants: z.array(tenantRecordSchema),
  /** Day of the first activation; benefits renew on its anniversary. */
  anniversary: plainDate.optional(),
  /** The company's authorized people; while absent, everyone may act. */
  team: authorizedPeopleSchema.optional(),
  invitations: z.array(invitationSchema).optional(),
  /** Other tenants whose people work on this company. */
  guests: z.array(guestSchema).optional(),
  /** Company on which this tenant's people work instead, while that company also lists this guest. */
  host: hostSchema.optional(),
  /** End of the log. */
  chain: chainHeadSchema.optional(),
})
export type Company = z.infer<typeof companySchema>

/** Creates a company with no recorded facts. */
export const newCompany = (tenant: string, program: string): Company => ({
  schema: 1,
  tenant,
  program,
  benefits: {},
  requests: [],
  tenants: [],
})
