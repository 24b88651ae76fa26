import { type Estimate, estimate } from '../../../src/core/eligibility/eligibility.ts'
import type { Facts } from '../../../src/core/eligibility/facts.ts'
import { companyFacts, pathOf } from '../../../src/core/enrollment/standing.ts'
import { open, startNamed } from '../../engine/button-intent.ts'
import type { Page } from '../../engine/page.ts'
import type { Button, CardContent } from '../../engine/render.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { NamedAmount } from '../../understanding/amounts.ts'
import { benefitTitle, tierName } from '../../wording/benefit-words.ts'
import { toCommands } from '../../wording/ways-on.ts'
import { whatRulesOut } from './estimated.ts'
import { periodOf } from './period.ts'
import { salesPage, toldSales } from './told-sales.ts'

/** Benefits named at most. */
const mostBenefits = 6

/** Estimates the tier of sales that a sentence tells, records nothing, and offers to. */
export const salesEstimate: Page = {
  id: salesPage,
  view: (world, { text = '' }) => {
    const told = toldSales(world, text)
    return told ? estimated(world, told, text) : open('check-eligibility')
  },
}

function estimated(world: CompanyView & Localization, told: NamedAmount, sentence: string): CardContent {
  const { translations, program } = world
  const result = resultOf(world, told.value)
  const foreign = told.isForeign ? [translations.t(`${salesPage}.foreign`)] : []
  return {
    card: 'message',
    section: salesPage,
    textValues: { headline: headlineOf(world, told, result), period: periodOf({ translations, program }) },
    view: { lines: [...foreign, ...linesOf(world, result)] },
    buttons: [...(told.isForeign ? [] : [record(world, sentence)]), ...toCommands(world, ['my-rewards'])],
    sources: [...new Set([program.rules.thresholds, program.rules.salesPeriod])],
  }
}

/** The rule of the check, with one profile that sells for so much in place of the recorded ones. */
function resultOf({ company, program }: CompanyView, usd: number): Estimate {
  const facts: Facts = companyFacts(company) ?? { enrolled: 'unknown', liveOffer: 'yes', profiles: [] }
  const selling = { name: '-', listingClass: 'transact', billedSalesUsd: usd } as const
  const { solutionValueUsd: _, ...others } = facts
  return estimate(program, { ...others, profiles: [selling] }, pathOf(company))
}

function headlineOf(
  world: CompanyView & Localization,
  { value, isForeign }: NamedAmount,
  { tier }: Estimate,
): string {
  const { t, money } = world.translations
  const isOpen = tier?.unpublishedAbove && tier.minimumUsd > 0
  const name = tier ? tierName(world, tier.id) : ''
  const words = tier
    ? t(`${salesPage}.tier.${isOpen ? 'or-higher' : 'just'}`, { tier: name })
    : t(`${salesPage}.tier.none`)
  return t(`${salesPage}.headline.${isForeign ? 'foreign' : 'usual'}`, { amount: money(value), tier: words })
}

function linesOf(world: CompanyView & Localization, result: Estimate): string[] {
  const { t, money, list } = world.translations
  const { next, unlocked } = result
  const names = unlocked.slice(0, mostBenefits).map(({ id }) => benefitTitle(world, id))
  const many = unlocked.length > names.length ? '-many' : ''
  const values = { benefits: list(names), number: unlocked.length }
  return [
    ...(names.length > 0 ? [t(`${salesPage}.opens${many}`, values)] : []),
    ...(next
      ? [t(`${salesPage}.next`, { missing: money(next.missingUsd), tier: tierName(world, next.tier.id) })]
      : []),
    ...whatRulesOut(world, result),
  ]
}

const record = ({ translations }: Localization, sentence: string): Button => ({
  title: translations.t(`${salesPage}.record`),
  intent: startNamed('check-eligibility', sentence),
})
