import { decideActivation, decideUpdate } from '../benefits/benefit-decision.ts'
import { decideAnswer, decideCaseNumber, decideRequest } from '../benefits/request-decision.ts'
import { estimate, summarize } from '../eligibility/eligibility.ts'
import { isOutside, portalSays } from '../eligibility/portal-verdict.ts'
import { decideEnrollment, decideRenewal } from '../enrollment/enrollment-decision.ts'
import {
  decideAsking,
  decideAuthorizedPeople,
  refusedOutsider,
} from '../people/authorized-people-decision.ts'
import { changedFields, checkContact } from '../people/contact.ts'
import { decideRequestUpdate } from '../requests/update-decision.ts'
import {
  decideAdmission,
  decideInvitation,
  decideJoining,
  decideParting,
  decideReturn,
} from '../sharing/joining-decision.ts'
import { decideAssociation, decideFailure, decideVerification } from '../tenants/tenant-decision.ts'
import type { Command } from './command.ts'
import type { Company } from './company.ts'
import { accepted, type Context, type Decision, isSame, nothingNew, refusedRole } from './decision.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** Decides one type of command. */
type Decide<T extends Command['type']> = (company: Company, command: Of<T>, context: Context) => Decision

/** Decides a command: no events if nothing changes, a refusal if a rule forbids it. */
export const decide = (company: Company, command: Command, context: Context): Decision =>
  refusedOutsider(company, command, context.by) ?? decided(company, command, context)

const deciders: { readonly [T in Command['type']]: Decide<T> } = {
  RecordEligibility: decideEligibility,
  RecordPortalVerdict: decideVerdict,
  AssignContact: decideContact,
  ActivateBenefit: (company, { benefit }, context) => decideActivation(company, benefit, context),
  UpdateBenefit: (company, { benefit, state }) => decideUpdate(company, benefit, state),
  RequestTechnicalHelp: (company, { request }, context) => decideRequest(company, request, context),
  RecordCaseNumber: (company, { request, caseNumber }) => decideCaseNumber(company, request, caseNumber),
  RecordAnswer: (company, { request }) => decideAnswer(company, request),
  UpdateRequest: decideRequestUpdate,
  AssociateTenant: (company, { tenant }, context) => decideAssociation(company, tenant, context),
  VerifyTenant: (company, { tenant }) => decideVerification(company, tenant),
  FailTenant: (company, { tenant, reason }) => decideFailure(company, tenant, reason),
  ChangeProgram: decideProgram,
  RecordEnrollment: (company, { facts }, context) => decideEnrollment(company, facts, context),
  RenewEnrollment: (company, { anniversary }) => decideRenewal(company, anniversary),
  NameTeam: (company, { members }) => decideAuthorizedPeople(company, members),
  AskForTeam: (company, _, { by }) => decideAsking(company, by),
  InviteTenant: (company, { key }, context) => decideInvitation(company, key, context),
  AdmitTenant: (company, { invitation }, context) => decideAdmission(company, invitation, context),
  JoinCompany: (company, { host }, context) => decideJoining(company, host, context),
  PartTenant: (company, { tenant }, context) => decideParting(company, tenant, context),
  ReturnHome: (company, { host }) => decideReturn(company, host),
}

function decided<T extends Command['type']>(company: Company, command: Of<T>, context: Context): Decision {
  return deciders[command.type](company, command, context)
}

function decideEligibility(
  company: Company,
  { facts }: Of<'RecordEligibility'>,
  { program }: Context,
): Decision {
  const summary = summarize(estimate(program, facts))
  const { eligibility } = company
  if (isSame(eligibility?.facts, facts) && isSame(eligibility?.summary, summary)) return nothingNew
  return accepted({ type: 'EligibilityRecorded', facts, summary })
}

/** A repeated verdict counts again if facts were recorded after the first. */
function decideVerdict(company: Company, { verdict }: Of<'RecordPortalVerdict'>): Decision {
  return portalSays(company, verdict) ? nothingNew : accepted({ type: 'PortalVerdictRecorded', verdict })
}

function decideContact(company: Company, { contact }: Of<'AssignContact'>, context: Context): Decision {
  const refused = refusedRole(context, 'assignContact')
  if (refused) return refused
  if (isOutside(company)) return { refused: 'not-enrolled' }
  const { problems } = checkContact(contact, contact, context.program.contactRules)
  if (problems.length > 0) return { refused: 'contact-invalid', problems }
  if (!company.contact) return accepted({ type: 'ContactAssigned', contact })
  const changed = changedFields(company.contact, contact)
  return changed.length === 0 ? nothingNew : accepted({ type: 'ContactChanged', contact, changed })
}

function decideProgram({ program }: Company, { to }: Of<'ChangeProgram'>): Decision {
  return program === to ? nothingNew : accepted({ type: 'ProgramChanged', from: program, to })
}
