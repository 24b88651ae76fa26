import type { Company } from '../company/company.ts'
import type { PortalVerdict } from '../company/company-event.ts'

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
