import type { Command } from '../company/command.ts'
import type { Company } from '../company/company.ts'
import type { CompanyEvent, TechnicalRequest } from '../company/company-event.ts'
import { accepted, type Context, type Decision, isSame, nothingNew } from '../company/decision.ts'
import type { Program } from '../program/program.ts'
import { validUntil } from '../sponsorship/dates.ts'
import type { Grant } from '../sponsorship/sponsorship-request.ts'
import { addBusinessDays, type PlainDate, today } from '../time/calendar.ts'
import { nextStates, stateOf } from './request-state.ts'
import { type RequestKind, waitingStates } from './states.ts'

type Update = Extract<Command, { type: 'UpdateRequest' }>
type Updated = Extract<CompanyEvent, { type: 'RequestUpdated' }>

/**
 * Records what became of a request: the answer date begins anew when it is sent again, and a grant gets its last day.
 * Refuses an unknown request and a change that its state does not allow.
 */
export function decideRequestUpdate(company: Company, update: Update, { program, now }: Context): Decision {
  const request = company.requests.find(({ id }) => id === update.request)
  if (!request) return { refused: 'unknown-request', request: update.request }
  const [from, to] = [stateOf(request), update.state]
  const updated = updateOf(request, update, program, today(now))
  if (from === to && isSame(grantOf(request), updated.grant)) return nothingNew
  if (!nextStates(request).includes(to)) return { refused: 'request-changed', request: request.id, from, to }
  return accepted(updated)
}

function updateOf(request: TechnicalRequest, update: Update, program: Program, on: PlainDate): Updated {
  const { request: id, state } = update
  const grant = grantAfter(request, update, program)
  const answerBy = waitingStates.includes(state) ? answerDate(request.kind, program, on) : undefined
  return {
    type: 'RequestUpdated',
    request: id,
    state: state === 'used' && grant && !isUsedUp(grant) ? 'granted' : state,
    ...(answerBy && { answerBy }),
    ...(grant && { grant }),
  }
}

/** Returns the day by which Microsoft usually answers a request of that day; undefined where none is known. */
export function answerDate(kind: RequestKind, program: Program, on: PlainDate): PlainDate | undefined {
  const days =
    kind === 'technical'
      ? program.waits.technicalBusinessDays
      : program.sponsorshipRequests?.provisionedBusinessDays
  return days === undefined ? undefined : addBusinessDays(on, days)
}

const grantOf = (request: TechnicalRequest): Grant | undefined =>
  request.kind === 'sponsorship' ? request.grant : undefined

function grantAfter(
  request: TechnicalRequest,
  { state, grant }: Update,
  program: Program,
): Grant | undefined {
  const before = grantOf(request)
  if (state !== 'granted' && state !== 'used') return undefined
  const after = grant && { ...before, ...grant }
  const rules = program.sponsorshipRequests
  if (!after?.from || !rules) return after ?? before
  return { ...after, until: validUntil(rules, after.amountUsd, after.from) }
}

const isUsedUp = ({ amountUsd, usedUsd = 0 }: Grant): boolean => usedUsd >= amountUsd
