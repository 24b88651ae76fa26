import { z } from 'zod'
import { factsSchema } from '../eligibility/facts.ts'
import { memberSchema, membersSchema } from '../people/authorized-people.ts'
import { roles } from '../people/person.ts'
import { pseudonym } from '../privacy/pseudonym.ts'
import { listingClassSchema } from '../program/benefit-definition.ts'
import { agreementSchema, metrics } from '../program/program-vocabulary.ts'
import { hostSchema, invitationSchema } from '../sharing/joining.ts'
import { plainDate } from '../time/calendar.ts'
import { sealSchema } from './seal.ts'

export const instant = z.iso.datetime()

/** Who did something, as known at that moment. */
export const actorSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles).optional(),
  /** The directory has the role; else it is as the person declared. */
  isRoleProven: z.boolean().optional(),
  /** The tenant that a guest is of. */
  tenant: z.string().optional(),
})
export type Actor = z.infer<typeof actorSchema>

export const portalVerdicts = ['eligible', 'not-eligible', 'not-visible'] as const
export type PortalVerdict = (typeof portalVerdicts)[number]

export const benefitStates = ['activated', 'contacted', 'in-progress', 'completed', 'withdrawn'] as const
export type BenefitState = (typeof benefitStates)[number]

/** A phone number as ITU-T E.164 writes it: a plus and at most fifteen digits. */
export const e164 = z.string().regex(/^\+[1-9]\d{1,14}$/)
/** As it is kept. */
const phone = e164.or(z.string().regex(pseudonym))
/** Digits that are dialed within a company, after its number. */
const extension = z
  .string()
  .regex(/^\d{1,20}$/)
  .or(z.string().regex(pseudonym))
  .optional()
const countryCode = z.string().regex(/^[A-Z]{2}$/)

export const contactSchema = z.object({
  name: z.string().trim().min(1),
  email: z.string().trim().min(3),
  phone,
  extension,
  country: countryCode,
  /** BCP 47 tag of the preferred language. */
  language: z.string(),
  /** The two addresses that the contact's must differ from. */
  primaryContactEmail: z.string().optional(),
  signInEmail: z.string().optional(),
})
export type Contact = z.infer<typeof contactSchema>

export const phases = ['presales', 'design', 'deployment', 'development'] as const
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
const sponsorshipDetails = requestBase.extend({ kind: z.literal('sponsorship'), agreement: agreementSchema })
/** What a person asks for; the dates are added when it is decided. */
export const requestDetailsSchema = z.discriminatedUnion('kind', [technicalDetails, sponsorshipDetails])

const course = {
  requestedOn: plainDate,
  answerBy: plainDate.optional(),
  answeredOn: plainDate.optional(),
  /** Id of who made it. */
  by: z.string().optional(),
}
export const technicalRequestSchema = z.discriminatedUnion('kind', [
  technicalDetails.extend(course),
  sponsorshipDetails.extend(course),
])
export type TechnicalRequest = z.infer<typeof technicalRequestSchema>

/** What was estimated then; kept for the log, as the estimate itself can be made again from the facts. */
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

/** Everything that can happen to a company, in the past tense. */
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
  event('TenantAssociated', { tenant: z.string() }),
  event('TenantVerified', { tenant: z.string() }),
  event('TenantFailed', { tenant: z.string(), reason: z.string() }),
  event('ProgramChanged', { from: z.string(), to: z.string() }),
  /** The company's authorized people, the whole list, from now on. */
  event('TeamNamed', { members: membersSchema }),
  event('TeamAsked', { person: memberSchema }),
  event('TenantInvited', { invitation: invitationSchema }),
  /** Another tenant came in by a code. */
  event('TenantAdmitted', { invitation: z.string(), tenant: z.string() }),
  event('TenantLeft', { tenant: z.string() }),
  /** This tenant works on another company from now on. */
  event('CompanyJoined', { host: hostSchema }),
  event('CompanyLeft', { host: hostSchema }),
  /** A person's data were deleted; the pseudonym that stands in their place. */
  event('PersonForgotten', { person: z.string() }),
  /** The company's data were deleted. */
  event('CompanyForgotten', {}),
])
export type CompanyEvent = z.infer<typeof companyEventSchema>

/** An event as it is kept for ever: when, by whom, under which program version. */
export const loggedEventSchema = z.object({
  at: instant,
  by: actorSchema,
  program: z.string(),
  event: companyEventSchema,
  /** Absent in logs of before there were seals. */
  seal: sealSchema.optional(),
})
export type LoggedEvent = z.infer<typeof loggedEventSchema>
