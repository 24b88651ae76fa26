import type { SponsorshipRequestRules } from '../program/sponsorship-rules.ts'
import type { PlainDate } from '../time/calendar.ts'
import { requestBy, requestFrom, startsBetween } from './dates.ts'
import { dealCap } from './deal-cap.ts'
import type { Deal } from './sponsorship-request.ts'

/** Rule that a request for sponsorship breaks, with the values of its sentence. */
export type WishProblem =
  | { readonly code: 'amount-too-small'; readonly leastUsd: number }
  | { readonly code: 'amount-off-step'; readonly stepUsd: number; readonly nearUsd: number }
  | { readonly code: 'amount-too-large'; readonly mostUsd: number }
  | { readonly code: 'amount-over-cap'; readonly mostUsd: number }
  | { readonly code: 'start-out-of-range'; readonly first: PlainDate; readonly last: PlainDate }
  | { readonly code: 'deal-too-old'; readonly until: PlainDate }
  | { readonly code: 'deal-open'; readonly closesOn: PlainDate }

/** A request as far as rules look at it. */
export interface Wish {
  readonly amountUsd?: number | undefined
  readonly startOn?: PlainDate | undefined
  readonly deal?: Deal | undefined
  readonly state?: 'prepared' | 'sent' | undefined
}

/** Lists the rules that a request of today breaks. A deal that has not closed may be prepared, not sent. */
export function wishProblems(rules: SponsorshipRequestRules, wish: Wish, today: PlainDate): WishProblem[] {
  const { amountUsd, startOn, deal, state } = wish
  return [
    ...(deal ? dealProblems(rules, deal, today, state) : []),
    ...(amountUsd === undefined ? [] : amountProblems(rules, amountUsd, deal)),
    ...(startOn === undefined ? [] : startProblems(rules, startOn, requestFrom(deal, today))),
  ]
}

/** Lists what is wrong with an amount: smallest, step, largest, and the cap of the deal. */
export function amountProblems(
  rules: SponsorshipRequestRules,
  amountUsd: number,
  deal: Deal | undefined,
): WishProblem[] {
  const { smallestUsd, stepUsd, largestUsd } = rules
  if (amountUsd < smallestUsd) return [{ code: 'amount-too-small', leastUsd: smallestUsd }]
  if (amountUsd > largestUsd) return [{ code: 'amount-too-large', mostUsd: largestUsd }]
  const cap = deal && dealCap(rules, deal)
  if (cap && amountUsd > cap.usd) return [{ code: 'amount-over-cap', mostUsd: cap.usd }]
  const nearUsd = Math.floor(amountUsd / stepUsd) * stepUsd
  return nearUsd === amountUsd ? [] : [{ code: 'amount-off-step', stepUsd, nearUsd }]
}

function startProblems(
  rules: SponsorshipRequestRules,
  startOn: PlainDate,
  requestedOn: PlainDate,
): WishProblem[] {
  const { first, last } = startsBetween(rules, requestedOn)
  return startOn < first || startOn > last ? [{ code: 'start-out-of-range', first, last }] : []
}

function dealProblems(
  rules: SponsorshipRequestRules,
  deal: Deal,
  today: PlainDate,
  state: Wish['state'],
): WishProblem[] {
  const until = requestBy(rules, deal)
  if (until < today) return [{ code: 'deal-too-old', until }]
  return state === 'sent' && deal.closedOn > today ? [{ code: 'deal-open', closesOn: deal.closedOn }] : []
}
