import { type Estimate, estimate } from '../../../src/core/eligibility/eligibility.ts'
import type { Facts } from '../../../src/core/eligibility/facts.ts'
import { companyFacts, pathOf } from '../../../src/core/enrollment/standing.ts'
import type { Tier } from '../../../src/core/program/program.ts'
import { localized } from '../../../src/core/text/localized.ts'
import { sentences } from '../../engine/render.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import { isBeforeTiers, stageName } from './path-and-stage.ts'
import { periodOf } from './period.ts'

const own = 'check-eligibility'
const nothingSaid: Facts = { enrolled: 'unknown', liveOffer: 'unknown', profiles: [] }

/** Estimate from the company's own facts. */
export function estimateOf({ program, company }: CompanyView): Estimate {
  return estimate(program, companyFacts(company) ?? nothingSaid, pathOf(company))
}

/** Tests whether this is among what rules the company out. */
export const isRuledOutBy = ({ ruledOut }: Estimate, code: string): boolean =>
  ruledOut.some((reason) => reason.code === code)

/** Reasons for ineligibility, by default from the company's own facts, one sentence each. */
export function whatRulesOut(world: CompanyView & Localization, result = estimateOf(world)): string[] {
  return result.ruledOut.map(({ code }) => sayReason(world, 'ruled-out', code))
}

/** Estimated tier, or why there is none, in a few words. */
export function headlineOf(world: CompanyView & Localization, result: Estimate): string {
  const { translations } = world
  const reason = ['services-only', 'no-profiles'].find((code) => isRuledOutBy(result, code))
  if (reason) return translations.t(`${own}.headline.${reason}`)
  if (result.ruledOut.length > 0) return translations.t(`${own}.headline.ruled-out`)
  if (isBeforeTiers(world)) return translations.t(`${own}.headline.before-tiers`, { stage: stageName(world) })
  if (!result.tier) return translations.t(`${own}.headline.unpublished`)
  if (result.tier.unpublishedAbove && result.tier.minimumUsd > 0)
    return translations.t(`${own}.headline.tier-or-higher`, { tier: tierName(world, result.tier) })
  return translations.t(`${own}.headline.tier`, { tier: tierName(world, result.tier) })
}

/** Name of a tier. */
export const tierName = ({ translations }: Localization, tier: Tier): string =>
  localized(tier.name, translations.language)

/** Sentence for a reason or caveat. */
export function sayReason(world: CompanyView & Localization, group: string, code: string): string {
  const texts = sentences(world, {
    card: group,
    section: `${own}.${group}`,
    textValues: { period: periodOf(world), join: world.translations.t('join-program.name') },
  })
  return String(texts[keyOf(world, code)])
}

/** Key of a sentence, without the button's name if that is unverified. */
function keyOf({ program }: CompanyView, code: string): string {
  const button = program.buttons.enroll
  const isRead = button !== undefined && program.sources[button.source]?.certainty === 'official'
  return code === 'not-enrolled' && !isRead ? 'not-enrolled-elsewhere' : code
}
