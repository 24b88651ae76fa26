import type { Company } from '../company/company.ts'
import type { PortalVerdict } from '../company/company-event.ts'
import { isEnrolled } from '../enrollment/standing.ts'

/** Tells whether Partner Center showed this verdict for the company's program, and no newer facts were recorded. */
export function portalSays(
  { program, portalVerdict, eligibility }: Company,
  verdict: PortalVerdict,
): boolean {
  if (portalVerdict?.verdict !== verdict || portalVerdict.program !== program) return false
  return eligibility === undefined || Date.parse(portalVerdict.at) >= Date.parse(eligibility.at)
}

/**
 * Tells whether anyone of the company saw the program in Partner Center; if so, a person who does not see it has a
 * problem of their own.
 */
export const hasBeenSeen = (company: Company): boolean =>
  portalSays(company, 'eligible') || portalSays(company, 'not-eligible')

/** Tells whether the company is known not to be enrolled, and Partner Center did not show otherwise. */
export const isOutside = (company: Company): boolean =>
  isEnrolled(company) === 'no' && !portalSays(company, 'eligible')

/** Tells whether somebody of the company looked for the program in Partner Center and did not see it. */
export const isUnseen = (company: Company): boolean =>
  portalSays(company, 'not-visible') ||
  (company.enrollment?.situation === 'page-missing' && !hasBeenSeen(company))
