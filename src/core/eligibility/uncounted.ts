import type { RuleKey } from '../program/program-vocabulary.ts'
import type { Facts, PublisherProfile } from './facts.ts'

/** Reasons for which declared sales do not count. */
export type UncountedCode = 'byol' | 'free' | 'not-through-microsoft' | 'services-without-app'

const isServices = ({ offering }: PublisherProfile) => offering === 'services'

/** Tells whether all profiles sell services: not eligible alone, counted beside a transactable app. */
export const isServicesOnly = ({ profiles }: Facts): boolean =>
  profiles.length > 0 && profiles.every(isServices)

const hasTransactableApp = ({ profiles }: Facts) =>
  profiles.some((profile) => profile.listingClass === 'transact' && !isServices(profile))

/**
 * Tells why the sales of a profile do not count; undefined if they do. Only those billed by Microsoft count: list, trial
 * and consulting offers are sold elsewhere.
 */
export function whyUncounted(profile: PublisherProfile, facts: Facts): UncountedCode | undefined {
  if (isServices(profile) && !hasTransactableApp(facts)) return 'services-without-app'
  if (profile.listingClass === 'transact') return undefined
  return profile.countedAs ?? 'not-through-microsoft'
}

/** Rules by which sales do not count. */
export const ruleOfUncounted: Readonly<Record<UncountedCode, RuleKey>> = {
  byol: 'byolIsList',
  free: 'freeIsTrial',
  'not-through-microsoft': 'profiles',
  'services-without-app': 'servicesOnly',
}
