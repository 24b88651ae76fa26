import type { Enrollment } from '../enrollment/enrollment.ts'
import { comingAnniversaries, pathRules, renewalBy } from '../enrollment/terms.ts'
import type { EnrollmentRules, PathRules } from '../program/enrollment-rules.ts'
import { addBusinessDays, addDays, type PlainDate, today } from '../time/calendar.ts'
import type { CompanyRules } from './company-schedules.ts'
import { type Schedule, type Stage, schedule, type What } from './schedule.ts'

/** Days after an anniversary on which a person is asked whether the renewal went through. */
const checkRenewalAfterDays = 7
/** Days after an anniversary during which its reminders are worth something. */
const renewalNewsDays = 60

/** An enrollment on a path, with the rules for its anniversaries. */
interface Term {
  readonly enrollment: Enrollment
  readonly rules: EnrollmentRules
  readonly path: PathRules
}

/** Schedules of the company's enrollment: its renewals, the reviews of its tier, and its verification. */
export const enrollmentSchedules = (of: CompanyRules): Schedule[] => [
  ...verification(of),
  ...announcedChanges(of),
  ...renewals(of),
  ...tierReviews(of),
]

function termOf({ company, program }: CompanyRules): Term | undefined {
  const { enrollment } = company
  const path = pathRules(company, program)
  const rules = program.enrollment
  return enrollment && path && rules ? { enrollment, rules, path } : undefined
}

/** Schedules the coming anniversaries: each has its own key, as it is answered on its own. */
function renewals(of: CompanyRules): Schedule[] {
  const term = termOf(of)
  return term ? comingAnniversaries(term.enrollment).flatMap((anniversary) => renewal(term, anniversary)) : []
}

const renewal = (term: Term, anniversary: PlainDate): Schedule[] =>
  schedule({
    kind: 'renewal',
    subject: term.path.id,
    since: anniversary,
    owners: [term.enrollment.by],
    stages: renewalStages(term, anniversary),
    deadline: anniversary,
    lastDay: addDays(anniversary, renewalNewsDays),
  })

const noticeOf: Readonly<Record<PathRules['id'], What>> = {
  'no-cost': 'renew-no-cost',
  premium: 'renew-premium',
}

/** A single notice tells of the new term where no person has to renew. */
function renewalStages({ enrollment, rules, path }: Term, anniversary: PlainDate): Stage[] {
  const notices = rules.renewalNoticeDays.map(
    (days): Stage => ({ what: noticeOf[path.id], on: addDays(anniversary, -days), early: true }),
  )
  const check: Stage = { what: 'check-renewal', on: addDays(anniversary, checkRenewalAfterDays) }
  const stages = {
    person: [...notices, check],
    unknown: [check],
    itself: [{ what: 'new-term', on: anniversary } as const],
  }
  return stages[renewalBy(path, enrollment, anniversary)]
}

/** Schedules a notice before each review of the tier, for companies with counted sales. */
function tierReviews(of: CompanyRules): Schedule[] {
  const term = termOf(of)
  const { eligibility } = of.company
  if (!term || !eligibility || eligibility.summary.countedUsd === 0) return []
  const { enrollment, rules } = term
  const estimatedOn = today(Date.parse(eligibility.at))
  return reviewDays(enrollment).flatMap((anniversary) => {
    const on = addDays(anniversary, -rules.tierReviewNoticeDays)
    return estimatedOn < on ? tierReview(enrollment, anniversary, on) : []
  })
}

/** A renewal before the anniversary leaves the review of that day. */
const reviewDays = (enrollment: Enrollment): PlainDate[] => [
  ...(enrollment.renewedFor ? [enrollment.renewedFor] : []),
  ...comingAnniversaries(enrollment),
]

const tierReview = ({ by }: Enrollment, anniversary: PlainDate, on: PlainDate): Schedule[] =>
  schedule({
    kind: 'tier-review',
    subject: '',
    since: anniversary,
    owners: [by],
    stages: [{ what: 'tier-review', on }],
    deadline: anniversary,
    lastDay: anniversary,
  })

/** Schedules a look at the account's verification, which holds up an enrollment. */
function verification({ company: { enrollment }, program }: CompanyRules): Schedule[] {
  const submittedOn = enrollment?.situation === 'not-enrolled' ? enrollment.submittedOn : undefined
  if (!enrollment || !submittedOn || !program.enrollment) return []
  const on = addBusinessDays(submittedOn, program.enrollment.verificationBusinessDays)
  return schedule({
    kind: 'verification',
    subject: '',
    since: submittedOn,
    owners: [enrollment.by],
    stages: [{ what: 'verification', on }],
  })
}

/** Schedules notices of changes that Microsoft announced for companies like this one. */
function announcedChanges({ company, program }: CompanyRules): Schedule[] {
  const { eligibility } = company
  if (eligibility?.facts.softwareDesignation !== 'yes') return []
  return (program.announcedChanges ?? []).flatMap(({ id, on, noticeOn }) =>
    schedule({
      kind: 'announced-change',
      subject: id,
      since: on,
      owners: [eligibility.by.id],
      stages: [{ what: 'announced-change', on: noticeOn }],
      deadline: on,
      lastDay: on,
    }),
  )
}
