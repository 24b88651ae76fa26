import type { SponsorshipRequestRules } from '../program/sponsorship-rules.ts'
import { addDays, type PlainDate } from '../time/calendar.ts'
import type { Deal } from './sponsorship-request.ts'

/** Returns the last day on which sponsorship for a deal can be requested. */
export const requestBy = (rules: SponsorshipRequestRules, { closedOn }: Pick<Deal, 'closedOn'>): PlainDate =>
  addDays(closedOn, rules.requestWithinDays)

/** Returns the first day on which sponsorship can be requested: after the closing of the deal, if there is one. */
export const requestFrom = (deal: Pick<Deal, 'closedOn'> | undefined, today: PlainDate): PlainDate =>
  deal && deal.closedOn > today ? deal.closedOn : today

/** Returns the first and the last day that a request of `on` may wish for as its start. */
export const startsBetween = ({ startAfterDays }: SponsorshipRequestRules, on: PlainDate) => ({
  first: addDays(on, startAfterDays.least),
  last: addDays(on, startAfterDays.most),
})

/** Returns for how many days a grant of so many US dollars is valid. */
export const validityDays = ({ validity }: SponsorshipRequestRules, amountUsd: number): number =>
  validity.findLast(({ fromUsd }) => fromUsd <= amountUsd)?.days ?? validity[0]?.days ?? 0

/** Returns the last day of a grant's validity. */
export const validUntil = (rules: SponsorshipRequestRules, amountUsd: number, from: PlainDate): PlainDate =>
  addDays(from, validityDays(rules, amountUsd))
