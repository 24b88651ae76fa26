import type { Enrollment } from '../enrollment/enrollment.ts'
import { needsRenewal, nextAnniversary, pathRules } from '../enrollment/terms.ts'
import type { EnrollmentRules, PathRules } from '../program/enrollment-rules.ts'
import { addBusinessDays, addDays, type PlainDate } from '../time/calendar.ts'
import type { CompanyRules } from './company-schedules.ts'
import { type Schedule, type Stage, schedule, type What } from './schedule.ts'

/** Days after an anniversary on which a person is asked whether the renewal went through. */
const checkRenewalAfterDays = 7
/** Days after an anniversary during which its reminders are worth something. */
const renewalNewsDays = 60

/** An enrollment on a path, with the anniversary that comes next. */
interface Term {
  readonly enrollment: Enrollment
  readonly rules: EnrollmentRules
  readonly path: PathRules
  readonly anniversary: PlainDate
}

/** Schedules of the company's enrollment: its renewal, the review of its tier, and its verification. */
export function enrollmentSchedules(of: CompanyRules): Schedule[] {
  const term = termOf(of)
  return [
    ...verification(of),
    ...announcedChanges(of),
    ...(term ? [...renewal(term), ...tierReview(of, term)] : []),
  ]
}

function termOf({ company, program }: CompanyRules): Term | undefined {
  const { enrollment } = company
  const path = pathRules(company, program)
  const anniversary = enrollment && nextAnniversary(enrollment)
  const rules = program.enrollment
  return enrollment && path && anniversary && rules ? { enrollment, rules, path, anniversary } : undefined
}

const noticeOf: Readonly<Record<PathRules['id'], What>> = {
  'no-cost': 'renew-no-cost',
  premium: 'renew-premium',
}

/** Where no person has to renew, a single notice tells of the new term. */
function renewal({ enrollment, rules, path, anniversary }: Term): Schedule[] {
  const notices = rules.renewalNoticeDays.map(
    (days): Stage => ({ what: noticeOf[path.id], on: addDays(anniversary, -days), early: true }),
  )
  const check: Stage = { what: 'check-renewal', on: addDays(anniversary, checkRenewalAfterDays) }
  return schedule({
    kind: 'renewal',
    subject: path.id,
    since: anniversary,
    owners: [enrollment.by],
    stages: needsRenewal(path, enrollment, anniversary)
      ? [...notices, check]
      : [{ what: 'new-term', on: anniversary }],
    lastDay: addDays(anniversary, renewalNewsDays),
  })
}

/** Schedules a notice before the tier is judged anew, for companies that have one by their estimate. */
function tierReview({ company }: CompanyRules, { enrollment, rules, anniversary }: Term): Schedule[] {
  if (!company.eligibility?.summary.tier) return []
  return schedule({
    kind: 'tier-review',
    subject: '',
    since: anniversary,
    owners: [enrollment.by],
    stages: [{ what: 'tier-review', on: addDays(anniversary, -rules.tierReviewNoticeDays) }],
    lastDay: anniversary,
  })
}

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
      lastDay: on,
    }),
  )
}
