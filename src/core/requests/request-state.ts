import type { TechnicalRequest } from '../company/company-event.ts'
import { type RequestState, requestChanges, waitingStates } from './states.ts'

/** State of a request; derived from its dates where it was recorded before there were states. */
export function stateOf(request: TechnicalRequest): RequestState {
  if (request.state) return request.state
  if (request.answeredOn) return 'answered'
  return request.kind === 'sponsorship' ? 'noted' : 'sent'
}

/** States that the request can change to. */
export const nextStates = (request: TechnicalRequest): readonly RequestState[] =>
  requestChanges[request.kind][stateOf(request)]

/** Tells whether nothing more can be recorded about the request. */
export const isClosed = (request: TechnicalRequest): boolean => nextStates(request).length === 0

/** Tells whether Microsoft's answer is awaited. */
export const isAwaited = (request: TechnicalRequest): boolean => waitingStates.includes(stateOf(request))

/** Day on which the request was sent last. */
export const lastSentOn = ({ sentOn, requestedOn }: TechnicalRequest): string => sentOn ?? requestedOn
