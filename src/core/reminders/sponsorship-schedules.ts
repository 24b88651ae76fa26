import { comingAnniversaries } from '../enrollment/terms.ts'
import type { SponsorshipRequestRules } from '../program/sponsorship-rules.ts'
import { isAwaited, lastSentOn, stateOf } from '../requests/request-state.ts'
import type { RequestState } from '../requests/states.ts'
import { sponsorships } from '../sponsorship/allowances.ts'
import { requestBy } from '../sponsorship/dates.ts'
import { addDays, type PlainDate } from '../time/calendar.ts'
import type { CompanyRules } from './company-schedules.ts'
import { type Schedule, type Stage, schedule, type What } from './schedule.ts'

type Sponsorship = ReturnType<typeof sponsorships>[number]

/** Schedules of Azure sponsorship, in programs with rules for it: each request, and what is left of the allowance. */
export function sponsorshipSchedules(of: CompanyRules): Schedule[] {
  const rules = of.program.sponsorshipRequests
  if (!rules) return []
  return [
    ...sponsorships(of.company).flatMap((request) => [
      ...requestOf(request, rules),
      ...answerOf(request),
      ...endOf(request, rules),
    ]),
    ...allowanceEnd(of, rules),
  ]
}

/** Notices for a prepared request while its deal is recent enough. */
function requestOf(request: Sponsorship, rules: SponsorshipRequestRules): Schedule[] {
  const { id, deal, by } = request
  if (stateOf(request) !== 'prepared' || !deal) return []
  return schedule({
    kind: 'sponsorship-request',
    subject: id,
    since: deal.closedOn,
    owners: by ? [by] : [],
    // At the closing no day is lost yet; later ones are worth it only before the end.
    stages: rules.requestNoticeDays.map((days) => ({
      what: 'sponsorship-request',
      on: addDays(deal.closedOn, days),
      ...(days > 0 && { early: true }),
    })),
    deadline: requestBy(rules, deal),
    lastDay: requestBy(rules, deal),
  })
}

/** A question on the day by which a sent request is usually provisioned. */
function answerOf(request: Sponsorship): Schedule[] {
  const { id, answerBy, by } = request
  if (!answerBy || !isAwaited(request)) return []
  return schedule({
    kind: 'sponsorship-answer',
    subject: id,
    since: lastSentOn(request),
    owners: by ? [by] : [],
    stages: [{ what: 'sponsorship-answer', on: answerBy }],
  })
}

/** Notices before the end of a grant that is not used up. */
function endOf(request: Sponsorship, rules: SponsorshipRequestRules): Schedule[] {
  const { id, grant, by } = request
  if (stateOf(request) !== 'granted' || !grant?.from || !grant.until) return []
  return schedule({
    kind: 'sponsorship-end',
    subject: id,
    since: grant.from,
    owners: by ? [by] : [],
    stages: before('sponsorship-end', grant.until, rules.validityNoticeDays),
    deadline: grant.until,
    lastDay: grant.until,
  })
}

const asked: readonly RequestState[] = ['sent', 'returned', 'amended', 'granted', 'used']

/** Notices before what is left of the allowance is lost, for companies that asked for sponsorship. */
function allowanceEnd({ company }: CompanyRules, rules: SponsorshipRequestRules): Schedule[] {
  const { enrollment } = company
  const requests = sponsorships(company).filter((each) => asked.includes(stateOf(each)))
  if (!enrollment || requests.length === 0) return []
  const owners = [...new Set([...requests.flatMap(({ by }) => by ?? []), enrollment.by])]
  return comingAnniversaries(enrollment).flatMap((anniversary) =>
    schedule({
      kind: 'allowance-end',
      subject: '',
      since: anniversary,
      owners,
      stages: before('allowance-end', anniversary, rules.allowanceNoticeDays),
      deadline: anniversary,
      lastDay: anniversary,
    }),
  )
}

/** Stages some days before an end, moved to earlier working days. */
const before = (what: What, end: PlainDate, days: readonly number[]): Stage[] =>
  days.map((each) => ({ what, on: addDays(end, -each), early: true }))
