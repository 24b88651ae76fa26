import type { Command } from '../company/command.ts'
import type { Company } from '../company/company.ts'
import { accepted, type Context, type Decision, nothingNew, refusedRole } from '../company/decision.ts'
import type { Refusal } from '../company/refusal.ts'
import type { Program } from '../program/program.ts'
import { nextStates, stateOf } from '../requests/request-state.ts'
import { answerDate } from '../requests/update-decision.ts'
import { requestForDeal } from '../sponsorship/same-deal.ts'
import { wishProblems } from '../sponsorship/wish-problems.ts'
import { today } from '../time/calendar.ts'
import { sponsorshipUnder } from './sponsorship.ts'

type RequestDetails = Extract<Command, { type: 'RequestTechnicalHelp' }>['request']

/**
 * Records a technical or sponsorship request and its answer date, unless the same id exists and was sent; refuses by
 * role, billing agreement, missing membership or the rules of sponsorship.
 */
export function decideRequest(company: Company, request: RequestDetails, context: Context): Decision {
  const { program, now } = context
  const before = company.requests.find(({ id }) => id === request.id)
  if (before && stateOf(before) !== 'prepared') return nothingNew
  const refused =
    refusedRole(context, 'requestTechnicalHelp') ??
    notEntitled(company, request, program) ??
    unsuitable(company, request, context)
  if (refused) return refused
  const requestedOn = today(now)
  const isSent = request.kind === 'technical' || request.state === 'sent'
  const answerBy = isSent ? answerDate(request.kind, program, requestedOn) : undefined
  return accepted({
    type: 'TechnicalHelpRequested',
    request: { ...request, requestedOn, ...(answerBy && { answerBy }) },
  })
}

/** Tells whether the company is known to have no membership, which technical requests need; unknown is false. */
export const lacksMembership = ({ eligibility }: Company): boolean => eligibility?.facts.membership === 'no'

function notEntitled(company: Company, request: RequestDetails, program: Program): Refusal | undefined {
  if (request.kind === 'technical')
    return lacksMembership(company) ? { refused: 'membership-needed' } : undefined
  const { agreement } = request
  const { usable, reason } = sponsorshipUnder(program, agreement)
  return usable === 'no' ? { refused: 'agreement-excluded', agreement, reason } : undefined
}

/** Refuses a second request for a deal, and what the program's rules for sponsorship exclude. */
function unsuitable(
  company: Company,
  request: RequestDetails,
  { program, now }: Context,
): Refusal | undefined {
  const rules = program.sponsorshipRequests
  if (request.kind === 'technical' || !rules || !request.state) return undefined
  const other = request.deal && requestForDeal(company, request.deal)
  if (other && other.id !== request.id) return { refused: 'deal-taken', title: other.title }
  const [problem] = wishProblems(rules, request, today(now))
  return problem && { refused: 'sponsorship-rule', problem }
}

/** Records Microsoft's case number of a request; refuses an unknown request. */
export function decideCaseNumber({ requests }: Company, id: string, caseNumber: string): Decision {
  const request = requests.find((each) => each.id === id)
  if (request === undefined) return { refused: 'unknown-request', request: id }
  if (request.caseNumber === caseNumber) return nothingNew
  return accepted({ type: 'CaseNumberRecorded', request: id, caseNumber })
}

/** Records that Microsoft answered a request; refuses an unknown request, and one that waits for no answer. */
export function decideAnswer({ requests }: Company, id: string): Decision {
  const request = requests.find((each) => each.id === id)
  if (request === undefined) return { refused: 'unknown-request', request: id }
  const from = stateOf(request)
  if (from === 'answered') return nothingNew
  return nextStates(request).includes('answered')
    ? accepted({ type: 'RequestAnswered', request: id })
    : { refused: 'request-changed', request: id, from, to: 'answered' }
}
