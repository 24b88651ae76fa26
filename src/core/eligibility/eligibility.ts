import { valuesWhere } from '../collections/values-where.ts'
import type { EstimateSummary } from '../company/company-event.ts'
import { isReached, neededStage } from '../enrollment/stages.ts'
import { stageOf } from '../enrollment/standing.ts'
import type { BenefitDefinition, ListingClass } from '../program/benefit-definition.ts'
import type { Program, Tier } from '../program/program.ts'
import type { Metric, Path } from '../program/program-vocabulary.ts'
import type { Facts } from './facts.ts'
import { fitsListing } from './listing-fit.ts'
import { lacksDesignation, nextTier, reachedTier } from './reached-tier.ts'
import { isServicesOnly, ruleOfUncounted, type UncountedCode, whyUncounted } from './uncounted.ts'

/** Codes of the facts that make a company ineligible. */
export type RuledOut = 'not-enrolled' | 'no-live-offer' | 'no-profiles' | 'services-only'
/** Codes of the limits of an estimate. */
export type Caveat =
  | 'estimate'
  | 'thresholds-unverified'
  | 'thresholds-partly-unknown'
  | 'mau-thresholds-unknown'
  | 'solution-value-not-shown'
  | 'designation-needed'
  | 'enrolment-unknown'
  | 'live-offer-unknown'
  | 'no-live-offer-yet'
  | 'live-offer-yet-unknown'

/** Code of a sentence, and the source of the rule behind it. */
export interface Reason<Code extends string> {
  readonly code: Code
  readonly source: string
}

/** Declared sales that do not count, in US dollars. */
export interface Uncounted extends Reason<UncountedCode> {
  readonly profile: string
  readonly amountUsd: number
}

/** Our estimate of a company's tier, not Microsoft's decision. Amounts in US dollars. */
export interface Estimate {
  readonly program: string
  readonly tier: Tier | undefined
  /** Metric with the highest amount; undefined without counted sales. */
  readonly reachedBy: Metric | undefined
  readonly countedUsd: number
  readonly billedSalesUsd: number
  readonly listingClasses: readonly ListingClass[]
  readonly next: { readonly tier: Tier; readonly missingUsd: number } | undefined
  /** Benefits of the tier and the listing classes, provided that `ruledOut` is empty. */
  readonly unlocked: readonly BenefitDefinition[]
  readonly unlockedNext: readonly BenefitDefinition[]
  /** Benefits of the tier, but for other listing classes. */
  readonly otherClass: readonly BenefitDefinition[]
  readonly ruledOut: readonly Reason<RuledOut>[]
  readonly uncounted: readonly Uncounted[]
  readonly caveats: readonly Reason<Caveat>[]
}

/**
 * Estimates tier, unlocked benefits and obstacles from declared facts by the rules of a program version. Benefits of
 * other paths are left out where the path is known.
 */
export function estimate(program: Program, facts: Facts, path?: Path): Estimate {
  const counted = count(program, facts)
  const barred = isServicesOnly(facts)
  const tier = barred ? undefined : reachedTier(program, facts, counted.usd)
  const next = barred ? undefined : nextTier(program, counted.usd)
  const listingClasses = [...new Set(facts.profiles.map(({ listingClass }) => listingClass))]
  const fits = (benefit: BenefitDefinition) => fitsListing(program, benefit, listingClasses)
  const isOnPath = ({ paths }: BenefitDefinition) => !paths || !path || paths.includes(path)
  const isInStage = (benefit: BenefitDefinition) => {
    const needed = neededStage(benefit)
    return needed === undefined || isReached(needed, stageOf(facts))
  }
  const within = (usd: number) =>
    barred
      ? []
      : program.benefits
          .filter(({ unlockUsd }) => unlockUsd === null || unlockUsd <= usd)
          .filter((benefit) => isOnPath(benefit) && isInStage(benefit))
  const now = within(counted.usd)
  const unlocked = now.filter(fits)
  return {
    program: program.id,
    tier,
    reachedBy: counted.by,
    countedUsd: counted.usd,
    billedSalesUsd: counted.salesUsd,
    listingClasses,
    next,
    unlocked,
    unlockedNext: next
      ? within(next.tier.minimumUsd).filter((each) => fits(each) && !now.includes(each))
      : [],
    otherClass: now.filter((benefit) => !fits(benefit)),
    ruledOut: ruledOut(program, facts),
    uncounted: uncounted(program, facts),
    caveats: caveats(program, facts),
  }
}

/** Reduces an estimate to the summary that the log keeps. */
export const summarize = ({
  tier,
  reachedBy,
  countedUsd,
  listingClasses,
  ruledOut,
}: Estimate): EstimateSummary => ({
  ...(tier && { tier: tier.id }),
  ...(reachedBy && { reachedBy }),
  countedUsd,
  listingClasses: [...listingClasses],
  ruledOut: ruledOut.map(({ code }) => code),
})

function count(program: Program, facts: Facts): { usd: number; salesUsd: number; by: Metric | undefined } {
  const counting = facts.profiles.filter((profile) => whyUncounted(profile, facts) === undefined)
  const salesUsd = counting.reduce((sum, { billedSalesUsd }) => sum + billedSalesUsd, 0)
  const eligible = program.metrics.includes('solutionValueUsd') && !isServicesOnly(facts)
  const valueUsd = eligible ? (facts.solutionValueUsd ?? 0) : 0
  const usd = Math.max(salesUsd, valueUsd)
  const by = valueUsd > salesUsd ? 'solutionValueUsd' : 'billedSalesUsd'
  return { usd, salesUsd, by: usd > 0 ? by : undefined }
}

function uncounted(program: Program, facts: Facts): Uncounted[] {
  return facts.profiles.flatMap((profile) => {
    const code = whyUncounted(profile, facts)
    if (code === undefined || (profile.billedSalesUsd === 0 && code === 'not-through-microsoft')) return []
    const source = program.rules[ruleOfUncounted[code]]
    return [{ code, source, profile: profile.name, amountUsd: profile.billedSalesUsd }]
  })
}

/** Companies enroll in a program with stages before they publish anything: there a live offer rules nobody out. */
function ruledOut({ rules, enrollment }: Program, facts: Facts): Reason<RuledOut>[] {
  return stated<RuledOut>([
    [facts.enrolled === 'no', 'not-enrolled', rules.enrolment],
    [facts.liveOffer === 'no' && !enrollment, 'no-live-offer', rules.liveOffer],
    [facts.profiles.length === 0 && !enrollment, 'no-profiles', rules.profiles],
    [isServicesOnly(facts), 'services-only', rules.servicesOnly],
  ])
}

function caveats(program: Program, facts: Facts): Reason<Caveat>[] {
  const { rules, tiers, enrollment } = program
  const counts = (metric: Metric) => program.metrics.includes(metric)
  const known = tiers.every(({ unpublishedAbove }) => !unpublishedAbove)
  const { usd } = count(program, facts)
  const barring = tiers.find((tier) => tier.minimumUsd <= usd && lacksDesignation(tier, facts))
  return stated<Caveat>([
    [true, 'estimate', rules.salesPeriod],
    [
      known && tiers.some(({ certainty }) => certainty !== 'official'),
      'thresholds-unverified',
      rules.thresholds,
    ],
    [!known, 'thresholds-partly-unknown', rules.thresholds],
    [barring !== undefined, 'designation-needed', barring?.source ?? rules.thresholds],
    [counts('teamsMau') && (facts.teamsMau ?? 0) > 0, 'mau-thresholds-unknown', rules.teamsMau],
    [
      (facts.solutionValueUsd ?? 0) > 0 && !counts('solutionValueUsd'),
      'solution-value-not-shown',
      rules.salesPeriod,
    ],
    [facts.enrolled === 'unknown', 'enrolment-unknown', rules.enrolment],
    [facts.liveOffer === 'unknown' && !enrollment, 'live-offer-unknown', rules.liveOffer],
    [facts.liveOffer === 'unknown' && !!enrollment, 'live-offer-yet-unknown', rules.liveOffer],
    [facts.liveOffer === 'no' && !!enrollment, 'no-live-offer-yet', rules.liveOffer],
  ])
}

const stated = <Code extends string>(found: readonly [boolean, Code, string][]): Reason<Code>[] =>
  valuesWhere(found.map(([holds, code, source]) => [holds, { code, source }]))
