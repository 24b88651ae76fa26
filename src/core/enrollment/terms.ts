import type { Company } from '../company/company.ts'
import type { PathRules } from '../program/enrollment-rules.ts'
import type { Program } from '../program/program.ts'
import { addDays, addMonths, anniversary, type PlainDate } from '../time/calendar.ts'
import type { Enrollment } from './enrollment.ts'

/** Anniversaries whose dates are known ahead, so that one without an answer does not silence those after it. */
const anniversariesAhead = 3

/** Rules of the path that the company is on; undefined if it is on none. */
export function pathRules({ enrollment }: Company, program: Program): PathRules | undefined {
  return program.enrollment?.paths.find(({ id }) => id === enrollment?.situation)
}

/** Lists the next anniversaries of the enrollment that nobody has confirmed; empty without a known day. */
export function comingAnniversaries(enrollment: Enrollment): PlainDate[] {
  const { enrolledOn } = enrollment
  if (enrolledOn === undefined) return []
  const found: PlainDate[] = []
  for (let after = confirmedUntil(enrollment); found.length < anniversariesAhead; ) {
    after = anniversary(enrolledOn, after)
    found.push(after)
  }
  return found
}

/** Returns the first anniversary of the enrollment that nobody has confirmed; undefined without a known day. */
export const nextAnniversary = (enrollment: Enrollment): PlainDate | undefined =>
  comingAnniversaries(enrollment)[0]

/**
 * Last day of which the enrollment is known to have survived it: the anniversary that a person renewed for, or the day
 * before somebody read in Partner Center that the company is enrolled.
 */
function confirmedUntil({ enrolledOn = '', renewedFor = '', since }: Enrollment): PlainDate {
  const [last = enrolledOn] = [enrolledOn, renewedFor, addDays(since, -1)].sort().reverse()
  return last
}

/** Ways in which a path gets past an anniversary. */
type RenewalBy = 'person' | 'itself' | 'unknown'

/**
 * Tells whether a person has to renew for an anniversary, or the path renews by itself: after the first one, on some
 * paths. Unknown where nobody has confirmed that first one.
 */
export function renewalBy({ renewal }: PathRules, enrollment: Enrollment, on: PlainDate): RenewalBy {
  const first = addMonths(enrollment.enrolledOn ?? on, 12)
  if (renewal.at === 'every-anniversary' || on <= first) return 'person'
  return confirmedUntil(enrollment) >= first ? 'itself' : 'unknown'
}
