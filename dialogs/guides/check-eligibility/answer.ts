import type { Estimate, Reason } from '../../../src/core/eligibility/eligibility.ts'
import type { BenefitDefinition } from '../../../src/core/program/benefit-definition.ts'
import { localized } from '../../../src/core/text/localized.ts'
import type { Shown } from '../../engine/render.ts'
import type { World } from '../../engine/world.ts'
import { Footnotes } from '../../wording/footnotes.ts'
import { coSellLines } from './co-sell.ts'
import { estimateOf, headlineOf, sayReason, tierName } from './estimated.ts'
import { onPath, pathIn, stageIn } from './path-and-stage.ts'
import { progressOf } from './progress.ts'
import { aboutPage, waysOn } from './ways-on.ts'
import { whoMayActivate } from './who-may-activate.ts'

const own = 'check-eligibility'
/** Benefits that are named before anything is unfolded. */
const mostFirst = 3

/** Data of the card's parts. */
interface Answer {
  readonly world: World
  readonly result: Estimate
  readonly notes: Footnotes
}

/** Estimate of the company's eligibility: the tier and what it opens, the ways on, and all else folded. */
export function answerOf(world: World): Shown {
  const answer = { world, result: estimateOf(world), notes: new Footnotes(world) }
  const progress = progressOf(world, answer.result, answer.notes)
  return {
    textValues: { headline: headlineOf(world, answer.result) },
    view: {
      ...(progress && { progress }),
      ruledOut: reasons(answer, 'ruled-out', answer.result.ruledOut),
      ...firstOf(answer),
      ...waysOn(world),
      facts: factsOf(answer),
      columns: columnsOf(answer),
      uncounted: uncountedIn(answer),
      lines: [
        ...coSellLines(world, answer.notes),
        ...otherClass(answer),
        ...whoMayActivate(world, answer.notes),
        ...aboutPage(world),
      ],
      caveats: reasons(answer, 'caveats', answer.result.caveats),
    },
    footnotes: answer.notes.lines,
  }
}

function reasons({ world, notes }: Answer, group: string, found: readonly Reason<string>[]): string[] {
  return found.map(({ code, source }) => `${sayReason(world, group, code)}${notes.mark([source])}`)
}

/** How many benefits there are, those that took most to reach, and how many profiles do not count as sales. */
function firstOf({ world, result, notes }: Answer) {
  const { translations } = world
  const hardest = result.unlocked.toSorted((one, other) => (other.unlockUsd ?? -1) - (one.unlockUsd ?? -1))
  const [opened, uncounted] = [hardest.length, result.uncounted.length]
  return {
    opens: opened > 0 ? translations.t(`${own}.opens.${timeOf(result)}`, { count: opened }) : '',
    first: hardest
      .slice(0, mostFirst)
      .map((benefit) => `✓ ${onPath(world, benefit)}${notes.mark([benefit.source])}`),
    others: uncounted > 0 ? translations.t(`${own}.some-uncounted`, { count: uncounted }) : '',
  }
}

const timeOf = ({ ruledOut }: Estimate): 'once' | 'now' => (ruledOut.length > 0 ? 'once' : 'now')

function factsOf({ world, result }: Answer) {
  const { translations, program } = world
  const isBarred = result.ruledOut.length > 0
  const hasProfiles = result.listingClasses.length > 0
  const rows = {
    program: localized(program.name, translations.language),
    path: pathIn(world),
    stage: stageIn(world),
    tier: isBarred && hasProfiles && result.tier ? tierName(world, result.tier) : '',
    classes: translations.list(result.listingClasses.map((each) => translations.t(`${own}.classes.${each}`))),
  }
  return Object.entries(rows)
    .filter(([, value]) => value !== '')
    .map(([field, value]) => ({ title: translations.t(`${own}.facts.${field}`), value }))
}

function columnsOf(answer: Answer) {
  const { world, result } = answer
  const { translations } = world
  const tier = result.next ? tierName(world, result.next.tier) : ''
  return [
    ...column(answer, '✓', translations.t(`${own}.columns.${timeOf(result)}`), result.unlocked),
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
