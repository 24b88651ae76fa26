import { type Estimate, estimate, type Reason } from '../../../src/core/eligibility/eligibility.ts'
import type { Facts } from '../../../src/core/eligibility/facts.ts'
import type { BenefitDefinition } from '../../../src/core/program/benefit-definition.ts'
import { permission } from '../../../src/core/program/permission.ts'
import type { Grant, Tier } from '../../../src/core/program/program.ts'
import { localized } from '../../../src/core/text/localized.ts'
import { type Shown, sentences, type Voice } from '../../engine/render.ts'
import { localizedRoles } from '../../engine/role-names.ts'
import type { World } from '../../engine/world.ts'
import { Footnotes } from '../../wording/footnotes.ts'
import { openPage, otherPage } from '../../wording/portal.ts'

const own = 'check-eligibility'
const nothingSaid: Facts = { enrolled: 'unknown', liveOffer: 'unknown', profiles: [] }

/** What the parts of the card are made of. */
interface Answer {
  readonly world: World
  readonly result: Estimate
  readonly notes: Footnotes
}

/** Our estimate of where the company stands, as a card of parts that can be taken in at a glance. */
export function answerOf(world: World): Shown {
  const answer = { world, result: estimateOf(world), notes: new Footnotes(world) }
  const progress = progressOf(answer)
  return {
    says: { headline: headline(answer) },
    view: {
      ...(progress && { progress }),
      ruledOut: reasons(answer, 'ruled-out', answer.result.ruledOut),
      facts: factsOf(answer),
      columns: columnsOf(answer),
      uncounted: uncountedIn(answer),
      lines: [...otherClass(answer), ...whoMayActivate(answer)],
      caveats: reasons(answer, 'caveats', answer.result.caveats),
      footnotes: answer.notes.lines,
    },
    buttons: [
      openPage(world, 'rewards', world.speech.t('common.see-program')),
      ...otherPage(world, 'rewards'),
    ],
  }
}

/** What keeps the company out, by what it told us: one sentence each. */
export function whatRulesOut(world: World): string[] {
  const texts = textsOf(world, 'ruled-out')
  return estimateOf(world).ruledOut.map(({ code }) => String(texts[keyOf(world, code)]))
}

function estimateOf({ program, company }: World): Estimate {
  return estimate(program, company.eligibility?.facts ?? nothingSaid)
}

const isRuledOutBy = ({ ruledOut }: Estimate, code: string) => ruledOut.some((reason) => reason.code === code)

function headline({ world, result }: Answer): string {
  const { speech } = world
  const reason = ['services-only', 'no-profiles'].find((code) => isRuledOutBy(result, code))
  if (reason) return speech.t(`${own}.headline.${reason}`)
  if (result.ruledOut.length > 0) return speech.t(`${own}.headline.ruled-out`)
  if (!result.tier) return speech.t(`${own}.headline.unpublished`)
  return speech.t(`${own}.headline.tier`, { tier: tierName(world, result.tier) })
}

const tierName = ({ speech }: World, tier: Tier) => localized(tier.name, speech.language)

function reasons({ world, notes }: Answer, group: string, found: readonly Reason<string>[]): string[] {
  const texts = textsOf(world, group)
  return found.map(({ code, source }) => `${texts[keyOf(world, code)]}${notes.mark([source])}`)
}

function textsOf(world: World, group: string) {
  return sentences(world, { card: group, section: `${own}.${group}`, says: { period: periodOf(world) } })
}

/** Where nobody outside has read the name of the button, the sentence does without it. */
function keyOf({ program }: World, code: string): string {
  const isRead = program.sources[program.buttons.enroll.source]?.certainty === 'official'
  return code === 'not-enrolled' && !isRead ? 'not-enrolled-elsewhere' : code
}

/** The time whose sales count, as it stands in a sentence. */
export function periodOf({ speech, program }: Voice): string {
  return speech.t(`${own}.period.${program.salesPeriod}`)
}

function factsOf({ world, result }: Answer) {
  const { speech, program } = world
  const isBarred = result.ruledOut.length > 0
  const hasProfiles = result.listingClasses.length > 0
  const rows = {
    program: localized(program.name, speech.language),
    tier: isBarred && hasProfiles && result.tier ? tierName(world, result.tier) : '',
    reachedBy: hasProfiles ? reachedBy(world, result) : '',
    classes: speech.list(result.listingClasses.map((each) => speech.t(`${own}.classes.${each}`))),
  }
  return Object.entries(rows)
    .filter(([, value]) => value !== '')
    .map(([field, value]) => ({ title: speech.t(`${own}.facts.${field}`), value }))
}

function reachedBy(world: World, { reachedBy, countedUsd }: Estimate): string {
  const { speech, program } = world
  const how = program.tierThresholdsKnown ? (reachedBy ?? 'nothing') : 'unpublished'
  return speech.t(`${own}.reached-by.${how}`, { amount: speech.money(countedUsd), period: periodOf(world) })
}

const barLength = 20

/** How far it is to the next tier: a bar of text, which every client draws alike. */
function progressOf({ world, result, notes }: Answer) {
  const { speech } = world
  const { tier, next, countedUsd } = result
  if (!tier || isRuledOutBy(result, 'no-profiles')) return undefined
  const share = next?.tier.minimumUsd ? countedUsd / next.tier.minimumUsd : 1
  const done = Math.max(Math.floor(share * barLength), countedUsd > 0 ? 1 : 0)
  const text = next
    ? speech.t(`${own}.progress.next`, {
        missing: speech.money(next.missingUsd),
        tier: tierName(world, next.tier),
        minimum: speech.money(next.tier.minimumUsd ?? 0),
      })
    : speech.t(`${own}.progress.top`)
  const sources = notes.mark([tier.source, ...(next ? [next.tier.source] : [])])
  return { done: '━'.repeat(done), left: '━'.repeat(barLength - done), text: `${text}${sources}` }
}

function columnsOf(answer: Answer) {
  const { world, result } = answer
  const { speech, program } = world
  if (!program.tierThresholdsKnown)
    return column(answer, '•', speech.t(`${own}.columns.known`), program.benefits)
  const now = speech.t(`${own}.columns.${result.ruledOut.length > 0 ? 'once' : 'now'}`)
  const tier = result.next ? tierName(world, result.next.tier) : ''
  return [
    ...column(answer, '✓', now, result.unlocked),
    ...column(answer, '○', speech.t(`${own}.columns.next`, { tier }), result.unlockedNext),
  ]
}

function column({ world, notes }: Answer, mark: string, title: string, found: readonly BenefitDefinition[]) {
  const benefits = found.map((benefit) => ({
    mark,
    name: `${benefitName(world, benefit)}${notes.mark([benefit.source])}`,
  }))
  return benefits.length > 0 ? [{ title, benefits }] : []
}

const benefitName = ({ speech }: World, { title }: BenefitDefinition) => localized(title, speech.language)

/** More than this nobody reads in a chat. */
const mostUncounted = 5

function uncountedIn({ world: { speech }, result: { uncounted }, notes }: Answer): string[] {
  const shown = uncounted.slice(0, mostUncounted).map(({ code, profile, amountUsd, source }) => {
    const amount = amountUsd > 0 ? ` (${speech.money(amountUsd)})` : ''
    return `${speech.t(`${own}.uncounted.${code}`, { profile, amount })}${notes.mark([source])}`
  })
  const number = uncounted.length - shown.length
  return number > 0 ? [...shown, speech.t(`${own}.uncounted.more`, { number })] : shown
}

function otherClass({ world, result, notes }: Answer): string[] {
  const { speech } = world
  if (result.otherClass.length === 0 || isRuledOutBy(result, 'no-profiles')) return []
  const needed = new Set(result.otherClass.flatMap(({ listingClasses }) => listingClasses))
  const classes = speech.list([...needed].map((each) => speech.t(`${own}.classes.${each}`)))
  const benefits = speech.list(result.otherClass.map((benefit) => benefitName(world, benefit)))
  const sources = notes.mark(result.otherClass.map(({ source }) => source))
  return [`${speech.t(`${own}.other-class`, { classes, benefits })}${sources}`]
}

function whoMayActivate({ world: { speech, program, person }, notes }: Answer): string[] {
  const { answer, allowed } = permission(program, 'activateBenefit', person.role)
  const isSure = ({ certainty }: Grant) => certainty !== 'unsure'
  const [sure, unsure] = [allowed.filter(isSure), allowed.filter((grant) => !isSure(grant))]
  const say = (key: string, grants: readonly Grant[]) => {
    const sources = notes.mark(grants.map(({ source }) => source))
    const who = localizedRoles(speech, grants)
    return grants.length > 0 ? [`${speech.t(`${own}.who.${key}`, { who })}${sources}`] : []
  }
  const yours = answer === 'yes' || answer === 'no' ? [speech.t(`${own}.who.${answer}`)] : []
  const who = [...say('sure', sure), ...say(sure.length > 0 ? 'unsure' : 'unconfirmed', unsure), ...yours]
  return [who.join(' ')]
}
