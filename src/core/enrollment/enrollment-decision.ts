import type { Company } from '../company/company.ts'
import { accepted, type Decision, isSame, nothingNew } from '../company/decision.ts'
import type { EnrollmentFacts } from './enrollment.ts'
import { nextAnniversary } from './terms.ts'

/** Records what Partner Center shows about the enrollment; the same again changes nothing. */
export function decideEnrollment({ enrollment }: Company, facts: EnrollmentFacts): Decision {
  const before = enrollment && {
    situation: enrollment.situation,
    enrolledOn: enrollment.enrolledOn,
    submittedOn: enrollment.submittedOn,
  }
  return isSame(before, facts) ? nothingNew : accepted({ type: 'EnrollmentRecorded', ...facts })
}

/** Records that the enrollment was renewed for its next anniversary; refuses where no day of enrollment is known. */
export function decideRenewal({ enrollment }: Company, anniversary: string): Decision {
  const next = enrollment && nextAnniversary(enrollment)
  if (next === undefined) return { refused: 'not-enrolled' }
  return anniversary < next ? nothingNew : accepted({ type: 'EnrollmentRenewed', anniversary: next })
}
