import { decideActivation, decideUpdate } from '../benefits/benefit-decision.ts'
import { decideAnswer, decideCaseNumber, decideRequest } from '../benefits/request-decision.ts'
import { estimate, summarize } from '../eligibility/eligibility.ts'
import { portalSays } from '../eligibility/portal-verdict.ts'
import {
  decideAsking,
  decideAuthorizedPeople,
  refusedOutsider,
} from '../people/authorized-people-decision.ts'
import { changedFields, checkContact } from '../people/contact.ts'
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
/** Decides a command: no events if nothing changes, a refusal if a rule forbids it. */
export const decide = (company: Company, command: Command, context: Context): Decision =>
  refusedOutsider(company, command, context.by) ?? decided(company, command, context)

function decided(company: Company, command: Command, context: Context): Decision {
  switch (command.type) {
    case 'RecordEligibility':
      return decideEligibility(company, command, context)
    case 'RecordPortalVerdict':
      return decideVerdict(company, command)
    case 'AssignContact':
      return decideContact(company, command, context)
    case 'ActivateBenefit':
      return decideActivation(company, command.benefit, context)
    case 'UpdateBenefit':
      return decideUpdate(company, command.benefit, command.state)
    case 'RequestTechnicalHelp':
      return decideRequest(company, command.request, context)
    case 'RecordCaseNumber':
      return decideCaseNumber(company, command.request, command.caseNumber)
    case 'RecordAnswer':
      return decideAnswer(company, command.request)
    case 'AssociateTenant':
      return decideAssociation(company, command.tenant, context)
    case 'VerifyTenant':
      return decideVerification(company, command.tenant)
    case 'FailTenant':
      return decideFailure(company, command.tenant, command.reason)
    case 'ChangeProgram':
      return decideProgram(company, command.to)
    case 'NameTeam':
      return decideAuthorizedPeople(company, command.members)
    case 'AskForTeam':
      return decideAsking(company, context.by)
    case 'InviteTenant':
      return decideInvitation(company, command.key, context)
    case 'AdmitTenant':
      return decideAdmission(company, command.invitation, context)
    case 'JoinCompany':
      return decideJoining(company, command.host, context)
    case 'PartTenant':
      return decideParting(company, command.tenant, context)
    case 'ReturnHome':
      return decideReturn(company, command.host)
  }
}

type Of<T extends Command['type']> = Extract<Command, { type: T }>

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
const decideVerdict = (company: Company, { verdict }: Of<'RecordPortalVerdict'>): Decision =>
  portalSays(company, verdict) ? nothingNew : accepted({ type: 'PortalVerdictRecorded', verdict })

function decideContact(company: Company, { contact }: Of<'AssignContact'>, context: Context): Decision {
  const refused = refusedRole(context, 'assignContact')
  if (refused) return refused
  if (company.eligibility?.facts.enrolled === 'no' && !portalSays(company, 'eligible'))
    return { refused: 'not-enrolled' }
  const { problems } = checkContact(contact, contact, context.program.contactRules)
  if (problems.length > 0) return { refused: 'contact-invalid', problems }
  if (!company.contact) return accepted({ type: 'ContactAssigned', contact })
  const changed = changedFields(company.contact, contact)
  return changed.length === 0 ? nothingNew : accepted({ type: 'ContactChanged', contact, changed })
}

const decideProgram = ({ program }: Company, to: string): Decision =>
  program === to ? nothingNew : accepted({ type: 'ProgramChanged', from: program, to })
