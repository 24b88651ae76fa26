import type { Company } from '../company/company.ts'
import type { PortalVerdict } from '../company/company-event.ts'

/** Whether Partner Center said this of the company in its program, and nothing newer was said since. */
export function portalSays(
  { program, portalVerdict, eligibility }: Company,
  verdict: PortalVerdict,
): boolean {
  if (portalVerdict?.verdict !== verdict || portalVerdict.program !== program) return false
  return eligibility === undefined || Date.parse(portalVerdict.at) >= Date.parse(eligibility.at)
}

/** Whether somebody of the company saw the program in Partner Center: who does not see it then lacks something of their own. */
export const hasBeenSeen = (company: Company): boolean =>
  portalSays(company, 'eligible') || portalSays(company, 'not-eligible')
