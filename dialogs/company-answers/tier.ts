import { type Estimate, estimate } from '../../src/core/eligibility/eligibility.ts'
import { companyFacts, pathOf } from '../../src/core/enrollment/standing.ts'
import { nameOf } from '../engine/people-names.ts'
import type { CardContent } from '../engine/render.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import { headlineOf, whatRulesOut } from '../guides/check-eligibility/estimated.ts'
import { eventText } from '../pages/history/event-words.ts'
import { type Row, rowsOf, tierName } from '../wording/benefit-words.ts'
import { coSellWords } from '../wording/co-sell-words.ts'
import { Footnotes } from '../wording/footnotes.ts'
import { type Asked, answered, leadTo } from './answered.ts'

/** Estimate from what the company's people told; undefined before. */
export function estimateOf({ company, program }: CompanyView): Estimate | undefined {
  const facts = companyFacts(company)
  return facts && estimate(program, facts, pathOf(company))
}

/** Tier, by the estimate. */
export function tier(world: Asked): CardContent {
  const { company, program, translations } = world
  const result = estimateOf(world)
  if (!result || !company.eligibility) return unchecked(world)
  return answered(world, 'tier', {
    values: {
      headline: headlineOf(world, result),
      date: translations.date(company.eligibility.at),
      amount: translations.money(result.countedUsd),
    },
    lines: whatRulesOut(world),
    rows: verdictRows(world),
    leads: ['company.next-tier', 'check-eligibility'],
    sources: [...new Set([program.rules.thresholds, ...result.ruledOut.map(({ source }) => source)])],
  })
}

/** Tells what is missing to the next tier, and what that opens. */
export function nextTier(world: Asked): CardContent {
  const { program, translations } = world
  const result = estimateOf(world)
  if (!result) return unchecked(world)
  const leads = [checkAgain(world), 'company.tier']
  if (!result.next) {
    const isTop = result.tier !== undefined && result.tier === program.tiers.at(-1)
    const sources = [program.rules.thresholds]
    return answered(world, `next-tier.${isTop ? 'top' : 'barred'}`, {
      lines: whatRulesOut(world),
      leads,
      sources,
    })
  }
  const { tier: next, missingUsd } = result.next
  const opened = result.unlockedNext.map(({ id }) => [translations.t('company.next-tier.opens'), id] as const)
  const areAllKnown = !result.tier?.unpublishedAbove
  return answered(world, areAllKnown ? 'next-tier' : 'next-tier.published', {
    values: {
      missing: translations.money(missingUsd),
      tier: tierName(world, next.id),
      counted: translations.money(result.countedUsd),
      minimum: translations.money(next.minimumUsd),
    },
    rows: rowsOf(world, opened).map(({ text, note }) => ({ text: note, note: text })),
    leads,
    sources: [next.source],
  })
}

/** Distance to Azure IP co-sell. */
export function coSellDistance(world: Asked): CardContent {
  if (!world.program.coSell)
    return answered(world, 'co-sell-distance.not-here', { leads: ['company.program', 'company.tier'] })
  const words = coSellWords(world)
  if (!words) return unchecked(world)
  const { distance, conditions, commitments, source, commitmentsSource, listing, listingSources } = words
  const notes = new Footnotes(world)
  return answered(world, 'co-sell-distance', {
    values: { distance, conditions: `${conditions}${notes.mark([source])}` },
    lines: [
      `• ${commitments}${notes.mark([commitmentsSource])}`,
      `• ${listing}${notes.mark(listingSources)}`,
    ],
    leads: [checkAgain(world), 'my-rewards'],
    notes,
  })
}

/** When the eligibility was checked last, and what came out. */
export async function lastCheck(world: Asked): Promise<CardContent> {
  const { company, translations } = world
  const { eligibility } = company
  if (!eligibility) return unchecked(world)
  const last = (await world.history()).findLast(({ event }) => event.type === 'EligibilityRecorded')
  return answered(world, 'last-check', {
    values: { date: translations.date(eligibility.at), who: nameOf(translations, eligibility.by) },
    rows: [...(last ? [{ text: eventText(world, last), note: '' }] : []), ...verdictRows(world)],
    leads: [checkAgain(world), 'company.tier'],
    sources: [world.program.rules.thresholds],
  })
}

/** Leads to the check where nothing is known of offers and sales. */
export const unchecked = (world: Localization): CardContent =>
  answered(world, 'tier.none', { leads: ['check-eligibility'] })

/** Button to check the eligibility with new facts. */
export const checkAgain = (world: Localization) => leadTo(world, 'check-again', 'check-eligibility')

function verdictRows({ translations, company: { portalVerdict } }: CompanyView & Localization): Row[] {
  if (!portalVerdict) return []
  const verdict = translations.t(`my-rewards.verdicts.${portalVerdict.verdict}`)
  const note = translations.t('my-rewards.seen', { verdict, date: translations.date(portalVerdict.at) })
  return [{ text: translations.t('my-rewards.facts.portal'), note }]
}
