import type { Company } from '../company/company.ts'
import type { PathRules } from '../program/enrollment-rules.ts'
import type { Program } from '../program/program.ts'
import { addMonths, anniversary, type PlainDate } from '../time/calendar.ts'
import type { Enrollment } from './enrollment.ts'

/** Rules of the path that the company is on; undefined if it is on none. */
export function pathRules({ enrollment }: Company, program: Program): PathRules | undefined {
  return program.enrollment?.paths.find(({ id }) => id === enrollment?.situation)
}

/** Returns the first anniversary of the enrollment that nobody renewed for yet; undefined without a known day. */
export function nextAnniversary({ enrolledOn, renewedFor }: Enrollment): PlainDate | undefined {
  return enrolledOn && anniversary(enrolledOn, renewedFor ?? enrolledOn)
}

/** Tells whether a person has to renew for this anniversary, by the rules of the path. */
export function needsRenewal({ renewal }: PathRules, { enrolledOn }: Enrollment, on: PlainDate): boolean {
  return renewal.at === 'every-anniversary' || (enrolledOn !== undefined && on === addMonths(enrolledOn, 12))
}
