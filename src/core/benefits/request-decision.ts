import type { Command } from '../company/command.ts'
import type { Company } from '../company/company.ts'
import { accepted, type Context, type Decision, nothingNew, refusedRole } from '../company/decision.ts'
import type { Refusal } from '../company/refusal.ts'
import type { Program } from '../program/program.ts'
import { addBusinessDays, today } from '../time/calendar.ts'
import { sponsorshipUnder } from './sponsorship.ts'

type RequestDetails = Extract<Command, { type: 'RequestTechnicalHelp' }>['request']

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

/** Microsoft answers technical requests of members only; what nobody knows does not stop one. */
export const lacksMembership = ({ eligibility }: Company): boolean => eligibility?.facts.membership === 'no'

function notEntitled(company: Company, request: RequestDetails, program: Program): Refusal | undefined {
  if (request.kind === 'technical')
    return lacksMembership(company) ? { refused: 'membership-needed' } : undefined
  const { agreement } = request
  const { usable, reason } = sponsorshipUnder(program, agreement)
  return usable === 'no' ? { refused: 'agreement-excluded', agreement, reason } : undefined
}

export function decideCaseNumber({ requests }: Company, id: string, caseNumber: string): Decision {
  const request = requests.find((each) => each.id === id)
  if (request === undefined) return { refused: 'unknown-request', request: id }
  if (request.caseNumber === caseNumber) return nothingNew
  return accepted({ type: 'CaseNumberRecorded', request: id, caseNumber })
}

export function decideAnswer({ requests }: Company, id: string): Decision {
  const request = requests.find((each) => each.id === id)
  if (request === undefined) return { refused: 'unknown-request', request: id }
  return request.answeredOn ? nothingNew : accepted({ type: 'RequestAnswered', request: id })
}
