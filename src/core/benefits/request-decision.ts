import type { Command } from '../company/command.ts'
import type { Company } from '../company/company.ts'
import { accepted, type Context, type Decision, nothingNew, refusedRole } from '../company/decision.ts'
import type { Refusal } from '../company/refusal.ts'
import type { Program } from '../program/program.ts'
import { addBusinessDays, today } from '../time/calendar.ts'
import { sponsorshipUnder } from './sponsorship.ts'

type RequestDetails = Extract<Command, { type: 'RequestTechnicalHelp' }>['request']

/**
 * Records a technical or sponsorship request and its answer date, unless the same id exists; refuses by role, billing
 * agreement or missing membership.
 */
export function decideRequest(company: Company, request: RequestDetails, context: Context): Decision {
  const { program, now } = context
  if (company.requests.some(({ id }) => id === request.id)) return nothingNew
  const refused = refusedRole(context, 'requestTechnicalHelp') ?? notEntitled(company, request, program)
  if (refused) return refused
  const requestedOn = today(now)
  const answerBy = addBusinessDays(requestedOn, program.waits.technicalBusinessDays)
  return accepted({
    type: 'TechnicalHelpRequested',
    request:
      request.kind === 'technical' ? { ...request, requestedOn, answerBy } : { ...request, requestedOn },
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

/** Records Microsoft's case number of a request; refuses an unknown request. */
export function decideCaseNumber({ requests }: Company, id: string, caseNumber: string): Decision {
  const request = requests.find((each) => each.id === id)
  if (request === undefined) return { refused: 'unknown-request', request: id }
  if (request.caseNumber === caseNumber) return nothingNew
  return accepted({ type: 'CaseNumberRecorded', request: id, caseNumber })
}

/** Records that Microsoft answered a request; refuses an unknown request. */
export function decideAnswer({ requests }: Company, id: string): Decision {
  const request = requests.find((each) => each.id === id)
  if (request === undefined) return { refused: 'unknown-request', request: id }
  return request.answeredOn ? nothingNew : accepted({ type: 'RequestAnswered', request: id })
}
