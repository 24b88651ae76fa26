import { type CoSellStanding, coSellStanding } from '../../src/core/eligibility/co-sell.ts'
import { localizedRoles } from '../engine/role-names.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'

/** Way to Azure IP co-sell in words, and the sources of its numbers. */
export interface CoSellWords {
  /** What is missing, as a number. */
  readonly distance: string
  /** What counts toward it, and what else is needed. */
  readonly conditions: string
  /** What counts instead, on another source's word. */
  readonly commitments: string
  readonly source: string
  readonly commitmentsSource: string
  /** Who lists a solution, and where. */
  readonly listing: string
  readonly listingSources: readonly string[]
}

/** Says how far the company is from Azure IP co-sell; undefined where the program or the facts do not say. */
export function coSellWords(world: CompanyView & Localization): CoSellWords | undefined {
  const { company, program, translations } = world
  const standing = coSellStanding(company, program)
  if (!standing) return undefined
  const { source, commitmentsUsd, commitmentsSource, listedBy } = standing
  return {
    distance: distanceOf(world, standing),
    conditions: conditionsOf(world, standing),
    commitments: translations.t('co-sell.commitments', { amount: translations.money(commitmentsUsd) }),
    source,
    commitmentsSource,
    listing: translations.t('co-sell.listed-by', { who: localizedRoles(translations, listedBy) }),
    listingSources: listedBy.map((grant) => grant.source),
  }
}

function distanceOf({ translations }: Localization, standing: CoSellStanding): string {
  const { missingUsd, neededUsd, reachedUsd, reachedBy } = standing
  return translations.t(missingUsd > 0 ? 'co-sell.distance' : 'co-sell.reached', {
    missing: translations.money(missingUsd),
    needed: translations.money(neededUsd),
    reached: translations.money(reachedUsd),
    by: translations.t(`co-sell.by.${reachedBy}`),
  })
}

function conditionsOf({ translations }: Localization, { isConsumptionKnown, needs }: CoSellStanding): string {
  return [
    translations.t('co-sell.counts'),
    ...(isConsumptionKnown ? [] : [translations.t('co-sell.consumption-unknown')]),
    translations.t('co-sell.needs', {
      needs: translations.list(needs.map((need) => translations.t(`co-sell.need.${need}`))),
    }),
  ].join(' ')
}
