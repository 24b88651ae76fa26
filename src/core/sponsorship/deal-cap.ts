import type { SponsorshipRequestRules } from '../program/sponsorship-rules.ts'
import type { Deal } from './sponsorship-request.ts'

type Cap = SponsorshipRequestRules['dealCaps'][number]

/** Most that a deal may bring in sponsorship, in US dollars, and the rule that says so. */
export interface DealCap {
  readonly usd: number
  readonly percent: number
  readonly of: Cap['of']
}

/** Computes the cap of a deal; undefined for terms that no rule names. */
export function dealCap({ dealCaps }: SponsorshipRequestRules, deal: Deal): DealCap | undefined {
  const cap = dealCaps.find(({ fromYears, toYears }) => fits(deal.years, fromYears, toYears))
  if (!cap) return undefined
  const value = cap.of === 'annual-value' ? deal.annualValueUsd : deal.totalValueUsd
  return { usd: Math.floor((value * cap.percent) / 100), percent: cap.percent, of: cap.of }
}

const fits = (years: number, from: number, to = Number.POSITIVE_INFINITY): boolean =>
  years >= from && years <= to
