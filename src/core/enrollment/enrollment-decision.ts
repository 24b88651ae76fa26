import type { Company } from '../company/company.ts'
import { accepted, type Context, type Decision, isSame, nothingNew } from '../company/decision.ts'
import { type PlainDate, today } from '../time/calendar.ts'
import type { Enrollment, EnrollmentFacts } from './enrollment.ts'
import { pathOf } from './standing.ts'
import { comingAnniversaries, nextAnniversary } from './terms.ts'

/**
 * Records what Partner Center shows about the enrollment. The same again changes nothing, except after an anniversary:
 * then it says that the enrollment survived that.
 */
export function decideEnrollment(
  { enrollment }: Company,
  facts: EnrollmentFacts,
  { now }: Context,
): Decision {
  const isKnown = enrollment !== undefined && isSame(factsOf(enrollment), facts)
  const isConfirmed = isKnown && !hasPassed(nextAnniversary(enrollment), today(now))
  return isConfirmed ? nothingNew : accepted({ type: 'EnrollmentRecorded', ...facts })
}

const factsOf = ({ situation, enrolledOn, submittedOn }: Enrollment): EnrollmentFacts => ({
  situation,
  enrolledOn,
  submittedOn,
})

const hasPassed = (day: PlainDate | undefined, now: PlainDate) => day !== undefined && day < now

/**
 * Records that the enrollment was renewed for an anniversary: the last known one up to that day. Refuses where the
 * company is on no path or its day of enrollment is unknown.
 */
export function decideRenewal(company: Company, anniversary: PlainDate): Decision {
  const coming = company.enrollment && pathOf(company) ? comingAnniversaries(company.enrollment) : []
  if (coming.length === 0) return { refused: 'not-enrolled' }
  const renewed = coming.findLast((each) => each <= anniversary)
  return renewed ? accepted({ type: 'EnrollmentRenewed', anniversary: renewed }) : nothingNew
}
