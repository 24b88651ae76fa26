import type { Program, Tier } from '../program/program.ts'
import type { Facts } from './facts.ts'

/**
 * Returns the highest published tier that counted sales (US dollars) and the designation reach. A higher one is
 * possible where tiers above it are not published.
 */
export const reachedTier = ({ tiers }: Program, facts: Facts, usd: number): Tier | undefined =>
  tiers.findLast((tier) => tier.minimumUsd <= usd && !lacksDesignation(tier, facts))

/** Tells whether a tier needs a certified software designation that no offer is known to have. */
export const lacksDesignation = (
  { needsSoftwareDesignation }: Tier,
  { softwareDesignation }: Facts,
): boolean => needsSoftwareDesignation === true && softwareDesignation !== 'yes'

/** Returns the next published tier by sales, and the US dollars missing; undefined at the top. */
export function nextTier(
  { tiers }: Program,
  usd: number,
): { readonly tier: Tier; readonly missingUsd: number } | undefined {
  const tier = tiers.find(({ minimumUsd }) => minimumUsd > usd)
  return tier && { tier, missingUsd: tier.minimumUsd - usd }
}
