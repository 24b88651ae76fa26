import { z } from 'zod'
import { factsSchema } from '../eligibility/facts.ts'
import { membersSchema } from '../people/authorized-people.ts'
import { hostSchema } from '../sharing/joining.ts'
import { benefitStates, contactSchema, portalVerdicts, requestDetailsSchema } from './company-event.ts'

const command = <T extends string, S extends z.core.$ZodShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })

/** Everything that a person can ask to be recorded of the company. */
export const commandSchema = z.discriminatedUnion('type', [
  command('RecordEligibility', { facts: factsSchema }),
  command('RecordPortalVerdict', { verdict: z.enum(portalVerdicts) }),
  /** Assigns the contact, or changes the one there is. */
  command('AssignContact', { contact: contactSchema }),
  command('ActivateBenefit', { benefit: z.string() }),
  command('UpdateBenefit', { benefit: z.string(), state: z.enum(benefitStates).exclude(['activated']) }),
  /** The request's id comes from the caller: the same id again changes nothing. */
  command('RequestTechnicalHelp', { request: requestDetailsSchema }),
  command('RecordCaseNumber', { request: z.string(), caseNumber: z.string().trim().min(1) }),
  /** Microsoft got in touch about the request. */
  command('RecordAnswer', { request: z.string() }),
  /** GUID or domain, as parseTenant returns its value. */
  command('AssociateTenant', { tenant: z.string().min(1) }),
  command('VerifyTenant', { tenant: z.string().min(1) }),
  command('FailTenant', { tenant: z.string().min(1), reason: z.string() }),
  command('ChangeProgram', { to: z.string().min(1) }),
  command('NameTeam', { members: membersSchema }),
  command('AskForTeam', {}),
  /** SHA-256 of the code's secret. */
  command('InviteTenant', { key: z.string().min(1) }),
  /** The tenant is the one that the person is of. */
  command('AdmitTenant', { invitation: z.string().min(1) }),
  command('JoinCompany', { host: hostSchema }),
  /** The guest's tenant. */
  command('PartTenant', { tenant: z.string().min(1) }),
  /** The one that the tenant was parted from. */
  command('ReturnHome', { host: hostSchema }),
])
export type Command = z.infer<typeof commandSchema>
