import { type Estimate, estimate, type Reason } from '../../../src/core/eligibility/eligibility.ts'
import type { Facts } from '../../../src/core/eligibility/facts.ts'
import { companyFacts, pathOf } from '../../../src/core/enrollment/standing.ts'
import type { BenefitDefinition } from '../../../src/core/program/benefit-definition.ts'
import type { Tier } from '../../../src/core/program/program.ts'
import { localized } from '../../../src/core/text/localized.ts'
import type { Voice } from '../../engine/citation.ts'
import { type Shown, sentences } from '../../engine/render.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { World } from '../../engine/world.ts'
import { Footnotes } from '../../wording/footnotes.ts'
import { openPage, otherPage } from '../../wording/portal.ts'
import { coSellLines } from './co-sell.ts'
import { isBeforeTiers, onPath, pathIn, stageIn, stageName } from './path-and-stage.ts'
import { whoMayActivate } from './who-may-activate.ts'

const own = 'check-eligibility'
const nothingSaid: Facts = { enrolled: 'unknown', liveOffer: 'unknown', profiles: [] }

/** Data of the card's parts. */
interface Answer {
  readonly world: World
  readonly result: Estimate
  readonly notes: Footnotes
}

/** Estimate of the company's eligibility, as a card in clear parts. */
export function answerOf(world: World): Shown {
  const answer = { world, result: estimateOf(world), notes: new Footnotes(world) }
  const progress = progressOf(answer)
  return {
    textValues: { headline: headlineOf(world, answer.result) },
    view: {
      ...(progress && { progress }),
      ruledOut: reasons(answer, 'ruled-out', answer.result.ruledOut),
      facts: factsOf(answer),
      columns: columnsOf(answer),
      uncounted: uncountedIn(answer),
      lines: [
        ...coSellLines(world, answer.notes),
        ...otherClass(answer),
        ...whoMayActivate(world, answer.notes),
      ],
      caveats: reasons(answer, 'caveats', answer.result.caveats),
    },
    footnotes: answer.notes.lines,
    buttons: [
      openPage(world, 'rewards', world.translations.t('common.see-program')),
      ...otherPage(world, 'rewards'),
    ],
  }
}

/** Reasons for ineligibility, by default from the company's own facts, one sentence each. */
export function whatRulesOut(world: CompanyView & Localization, result = estimateOf(world)): string[] {
  const texts = textsOf(world, 'ruled-out')
  return result.ruledOut.map(({ code }) => String(texts[keyOf(world, code)]))
}

function estimateOf({ program, company }: CompanyView): Estimate {
  return estimate(program, companyFacts(company) ?? nothingSaid, pathOf(company))
}

const isRuledOutBy = ({ ruledOut }: Estimate, code: string) => ruledOut.some((reason) => reason.code === code)

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

const tierName = ({ translations }: Localization, tier: Tier) => localized(tier.name, translations.language)

function reasons({ world, notes }: Answer, group: string, found: readonly Reason<string>[]): string[] {
  const texts = textsOf(world, group)
  return found.map(({ code, source }) => `${texts[keyOf(world, code)]}${notes.mark([source])}`)
}

function textsOf(world: CompanyView & Localization, group: string) {
  return sentences(world, {
    card: group,
    section: `${own}.${group}`,
    textValues: { period: periodOf(world), join: world.translations.t('join-program.name') },
  })
}

/** Key of a sentence, without the button's name if that is unverified. */
function keyOf({ program }: CompanyView, code: string): string {
  const button = program.buttons.enroll
  const isRead = button !== undefined && program.sources[button.source]?.certainty === 'official'
  return code === 'not-enrolled' && !isRead ? 'not-enrolled-elsewhere' : code
}

/** Period of the sales that count, as part of a sentence. */
export function periodOf({ translations, program }: Voice): string {
  return translations.t(`${own}.period.${program.salesPeriod}`)
}

function factsOf({ world, result }: Answer) {
  const { translations, program } = world
  const isBarred = result.ruledOut.length > 0
  const hasProfiles = result.listingClasses.length > 0
  const rows = {
    program: localized(program.name, translations.language),
    path: pathIn(world),
    stage: stageIn(world),
    tier: isBarred && hasProfiles && result.tier ? tierName(world, result.tier) : '',
    reachedBy: hasProfiles ? reachedBy(world, result) : '',
    classes: translations.list(result.listingClasses.map((each) => translations.t(`${own}.classes.${each}`))),
  }
  return Object.entries(rows)
    .filter(([, value]) => value !== '')
    .map(([field, value]) => ({ title: translations.t(`${own}.facts.${field}`), value }))
}

function reachedBy(world: World, { reachedBy, countedUsd }: Estimate): string {
  const { translations } = world
  const how = reachedBy ?? 'nothing'
  return translations.t(`${own}.reached-by.${how}`, {
    amount: translations.money(countedUsd),
    period: periodOf(world),
  })
}

const barLength = 20

/** Progress to the next tier as a text bar, which all clients render alike. */
function progressOf({ world, result, notes }: Answer) {
  const { translations } = world
  const { tier, next, countedUsd } = result
  if (!tier || isRuledOutBy(result, 'no-profiles')) return undefined
  const share = next ? countedUsd / next.tier.minimumUsd : 1
  const done = Math.max(Math.floor(share * barLength), countedUsd > 0 ? 1 : 0)
  const text = next
    ? translations.t(`${own}.progress.${tier.unpublishedAbove ? 'next-published' : 'next'}`, {
        missing: translations.money(next.missingUsd),
        tier: tierName(world, next.tier),
        minimum: translations.money(next.tier.minimumUsd),
      })
    : translations.t(`${own}.progress.top`)
  const sources = notes.mark([tier.source, ...(next ? [next.tier.source] : [])])
  return { done: '━'.repeat(done), left: '━'.repeat(barLength - done), text: `${text}${sources}` }
}

function columnsOf(answer: Answer) {
  const { world, result } = answer
  const { translations } = world
  const now = translations.t(`${own}.columns.${result.ruledOut.length > 0 ? 'once' : 'now'}`)
  const tier = result.next ? tierName(world, result.next.tier) : ''
  return [
    ...column(answer, '✓', now, result.unlocked),
    ...column(answer, '○', translations.t(`${own}.columns.next`, { tier }), result.unlockedNext),
  ]
}

function column({ world, notes }: Answer, mark: string, title: string, found: readonly BenefitDefinition[]) {
  const benefits = found.map((benefit) => ({
    mark,
    name: `${onPath(world, benefit)}${notes.mark([benefit.source])}`,
  }))
  return benefits.length > 0 ? [{ title, benefits }] : []
}

const benefitName = ({ translations }: World, { title }: BenefitDefinition) =>
  localized(title, translations.language)

/** Profiles listed at most. */
const mostUncounted = 5

function uncountedIn({ world: { translations }, result: { uncounted }, notes }: Answer): string[] {
  const shown = uncounted.slice(0, mostUncounted).map(({ code, profile, amountUsd, source }) => {
    const amount = amountUsd > 0 ? ` (${translations.money(amountUsd)})` : ''
    return `${translations.t(`${own}.uncounted.${code}`, { profile, amount })}${notes.mark([source])}`
  })
  const number = uncounted.length - shown.length
  return number > 0 ? [...shown, translations.t(`${own}.uncounted.more`, { number })] : shown
}

function otherClass({ world, result, notes }: Answer): string[] {
  const { translations } = world
  if (result.otherClass.length === 0 || result.listingClasses.length === 0) return []
  const needed = new Set(result.otherClass.flatMap(({ listingClasses }) => listingClasses))
  const classes = translations.list([...needed].map((each) => translations.t(`${own}.classes.${each}`)))
  const benefits = translations.list(result.otherClass.map((benefit) => benefitName(world, benefit)))
  const sources = notes.mark(result.otherClass.map(({ source }) => source))
  return [`${translations.t(`${own}.other-class`, { classes, benefits })}${sources}`]
}
