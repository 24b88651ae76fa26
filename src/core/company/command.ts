import { z } from 'zod'
import { factsSchema } from '../eligibility/facts.ts'
import { enrollmentFactsSchema } from '../enrollment/enrollment.ts'
import { membersSchema } from '../people/authorized-people.ts'
import { requestStates } from '../requests/states.ts'
import { hostSchema } from '../sharing/joining.ts'
import { grantSchema } from '../sponsorship/sponsorship-request.ts'
import { plainDate } from '../time/calendar.ts'
import { benefitStates, contactSchema, portalVerdicts, requestDetailsSchema } from './company-event.ts'

const command = <T extends string, S extends z.core.$ZodShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })

/** Every change of a company that a person can request. */
export const commandSchema = z.discriminatedUnion('type', [
  command('RecordEligibility', { facts: factsSchema }),
  command('RecordPortalVerdict', { verdict: z.enum(portalVerdicts) }),
  /** Assigns a contact or replaces the current one. */
  command('AssignContact', { contact: contactSchema }),
  command('ActivateBenefit', { benefit: z.string() }),
  command('UpdateBenefit', { benefit: z.string(), state: z.enum(benefitStates).exclude(['activated']) }),
  /** The caller chooses the request's id; repeating an id changes nothing. */
  command('RequestTechnicalHelp', { request: requestDetailsSchema }),
  command('RecordCaseNumber', { request: z.string(), caseNumber: z.string().trim().min(1) }),
  /** Microsoft answered the request. */
  command('RecordAnswer', { request: z.string() }),
  /** What became of a request; a grant with what is used of it so far. */
  command('UpdateRequest', {
    request: z.string(),
    state: z.enum(requestStates).exclude(['noted', 'prepared', 'answered']),
    grant: grantSchema.omit({ until: true }).optional(),
  }),
  /** GUID or domain, normalized by parseTenant. */
  command('AssociateTenant', { tenant: z.string().min(1) }),
  command('VerifyTenant', { tenant: z.string().min(1) }),
  command('FailTenant', { tenant: z.string().min(1), reason: z.string() }),
  command('ChangeProgram', { to: z.string().min(1) }),
  command('RecordEnrollment', { facts: enrollmentFactsSchema }),
  /** Renews for the anniversary; an earlier one than the next changes nothing. */
  command('RenewEnrollment', { anniversary: plainDate }),
  command('NameTeam', { members: membersSchema }),
  command('AskForTeam', {}),
  /** SHA-256 of the code's secret. */
  command('InviteTenant', { key: z.string().min(1) }),
  /** The tenant is that of the acting person. */
  command('AdmitTenant', { invitation: z.string().min(1) }),
  command('JoinCompany', { host: hostSchema }),
  /** Tenant of the guest. */
  command('PartTenant', { tenant: z.string().min(1) }),
  /** The host that removed this tenant. */
  command('ReturnHome', { host: hostSchema }),
])
export type Command = z.infer<typeof commandSchema>
