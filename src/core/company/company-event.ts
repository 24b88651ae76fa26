import { z } from 'zod'
import { factsSchema } from '../eligibility/facts.ts'
import { enrollmentFactsSchema } from '../enrollment/enrollment.ts'
import { memberSchema, membersSchema } from '../people/authorized-people.ts'
import { roles } from '../people/person.ts'
import { pseudonym } from '../privacy/pseudonym.ts'
import { listingClassSchema } from '../program/benefit-definition.ts'
import { agreementSchema, metrics } from '../program/program-vocabulary.ts'
import { requestStates } from '../requests/states.ts'
import { hostSchema, invitationSchema } from '../sharing/joining.ts'
import { grantSchema, wishShape } from '../sponsorship/sponsorship-request.ts'
import { plainDate } from '../time/calendar.ts'
import { sealSchema } from './seal.ts'

/** ISO 8601 instant in UTC. */
export const instant = z.iso.datetime()

/** Person who did something, as known at that time. */
export const actorSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles).optional(),
  /** The role comes from the directory; otherwise the person declared it. */
  isRoleProven: z.boolean().optional(),
  /** Tenant of a guest. */
  tenant: z.string().optional(),
})
export type Actor = z.infer<typeof actorSchema>

/** Results that Partner Center can show on the program's page. */
export const portalVerdicts = ['eligible', 'not-eligible', 'not-visible'] as const
export type PortalVerdict = (typeof portalVerdicts)[number]

/** States of an activated benefit. */
export const benefitStates = ['activated', 'contacted', 'in-progress', 'completed', 'withdrawn'] as const
export type BenefitState = (typeof benefitStates)[number]

/** Phone number in E.164 format (ITU-T): a plus and at most fifteen digits. */
export const e164 = z.string().regex(/^\+[1-9]\d{1,14}$/)
/** Stored form: E.164 number or pseudonym. */
const phone = e164.or(z.string().regex(pseudonym))
/** Extension: digits dialed after the company's number. */
const extension = z
  .string()
  .regex(/^\d{1,20}$/)
  .or(z.string().regex(pseudonym))
  .optional()
const countryCode = z.string().regex(/^[A-Z]{2}$/)

/** Marketing contact of a company. */
export const contactSchema = z.object({
  name: z.string().trim().min(1),
  email: z.string().trim().min(3),
  phone,
  extension,
  country: countryCode,
  /** BCP 47 tag of the preferred language. */
  language: z.string(),
  /** The two addresses from which the contact's must differ. */
  primaryContactEmail: z.string().optional(),
  signInEmail: z.string().optional(),
})
export type Contact = z.infer<typeof contactSchema>

/** Project phases of a technical request. */
export const phases = ['presales', 'design', 'deployment', 'development'] as const
/** Kinds of solution in a technical request. */
export const solutions = ['cloud', 'hybrid'] as const

const requestBase = z.object({
  id: z.string().min(1),
  title: z.string().min(1),
  description: z.string(),
  caseNumber: z.string().optional(),
})
const technicalDetails = requestBase.extend({
  kind: z.literal('technical'),
  phase: z.enum(phases),
  solution: z.enum(solutions),
  product: z.string(),
  country: countryCode,
  language: z.string(),
  phone,
  extension,
  /** IANA name. */
  timeZone: z.string(),
})
const sponsorshipDetails = requestBase.extend({
  kind: z.literal('sponsorship'),
  agreement: agreementSchema,
  ...wishShape,
  /** Only written so far, or sent; absent for a mere interest. */
  state: z.enum(['prepared', 'sent']).optional(),
})
/** Content of a request; deciding adds the dates. */
export const requestDetailsSchema = z.discriminatedUnion('kind', [technicalDetails, sponsorshipDetails])

const course = {
  /** Absent in records from before there were states. */
  state: z.enum(requestStates).optional(),
  requestedOn: plainDate,
  /** Last day on which it was sent. */
  sentOn: plainDate.optional(),
  answerBy: plainDate.optional(),
  answeredOn: plainDate.optional(),
  /** Id of the requester. */
  by: z.string().optional(),
}
/** Request to Microsoft, with its dates and case number. */
export const technicalRequestSchema = z.discriminatedUnion('kind', [
  technicalDetails.extend(course),
  sponsorshipDetails.extend({ ...course, grant: grantSchema.optional() }),
])
export type TechnicalRequest = z.infer<typeof technicalRequestSchema>

/** Summary of the estimate at that time, kept in the log; the facts allow a full recalculation. */
export const estimateSummarySchema = z.object({
  tier: z.string().optional(),
  reachedBy: z.enum(metrics).optional(),
  countedUsd: z.number().nonnegative(),
  listingClasses: z.array(listingClassSchema),
  ruledOut: z.array(z.string()),
})
export type EstimateSummary = z.infer<typeof estimateSummarySchema>

const event = <T extends string, S extends z.core.$ZodShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })

/** Every event of a company, in the past tense. */
export const companyEventSchema = z.discriminatedUnion('type', [
  event('EligibilityRecorded', { facts: factsSchema, summary: estimateSummarySchema }),
  event('PortalVerdictRecorded', { verdict: z.enum(portalVerdicts) }),
  event('ContactAssigned', { contact: contactSchema }),
  event('ContactChanged', { contact: contactSchema, changed: z.array(z.string()) }),
  event('BenefitActivated', {
    benefit: z.string(),
    on: plainDate,
    contactBy: plainDate.optional(),
    expiresOn: plainDate.optional(),
    renewsOn: plainDate.optional(),
  }),
  event('BenefitUpdated', { benefit: z.string(), state: z.enum(benefitStates) }),
  event('TechnicalHelpRequested', { request: technicalRequestSchema }),
  event('CaseNumberRecorded', { request: z.string(), caseNumber: z.string() }),
  event('RequestAnswered', { request: z.string() }),
  event('RequestUpdated', {
    request: z.string(),
    state: z.enum(requestStates),
    /** Answer date of a request that was sent, or sent once more. */
    answerBy: plainDate.optional(),
    grant: grantSchema.optional(),
  }),
  event('TenantAssociated', { tenant: z.string() }),
  event('TenantVerified', { tenant: z.string() }),
  event('TenantFailed', { tenant: z.string(), reason: z.string() }),
  event('ProgramChanged', { from: z.string(), to: z.string() }),
  event('EnrollmentRecorded', enrollmentFactsSchema.shape),
  event('EnrollmentRenewed', { anniversary: plainDate }),
  /** The complete list of authorized people from now on. */
  event('TeamNamed', { members: membersSchema }),
  event('TeamAsked', { person: memberSchema }),
  event('TenantInvited', { invitation: invitationSchema }),
  /** Another tenant joined with a code. */
  event('TenantAdmitted', { invitation: z.string(), tenant: z.string() }),
  event('TenantLeft', { tenant: z.string() }),
  /** This tenant works on another company from now on. */
  event('CompanyJoined', { host: hostSchema }),
  event('CompanyLeft', { host: hostSchema }),
  /** A person's data were deleted; `person` is the pseudonym. */
  event('PersonForgotten', { person: z.string() }),
  /** The company's data were deleted. */
  event('CompanyForgotten', {}),
])
export type CompanyEvent = z.infer<typeof companyEventSchema>

/** Event as stored in the log: instant, actor, program version, seal. */
export const loggedEventSchema = z.object({
  at: instant,
  by: actorSchema,
  program: z.string(),
  event: companyEventSchema,
  /** Absent in logs from before seals existed. */
  seal: sealSchema.optional(),
})
export type LoggedEvent = z.infer<typeof loggedEventSchema>
