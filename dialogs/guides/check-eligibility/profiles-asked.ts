import { escapeMarkdown, plainName } from '../../../cards/markdown.ts'
import type { Program } from '../../../src/core/program/program.ts'
import type { NamedSource } from '../../engine/citation.ts'
import type { Problem, Shown } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { sourceIn } from '../../wording/certainty.ts'
import { countsMetrics } from './metrics.ts'
import { periodOf } from './period.ts'
import { entryIn, listedIn, type Profiles, soldAs } from './profile-entry.ts'
import { profilesIn } from './profile-list.ts'
import { type ProfileLine, twiceIn } from './publisher-profiles.ts'
import { liveOfferIn, type Standing } from './standing.ts'

const own = 'check-eligibility.profiles'
/** Rows that a card shows, and those that it unfolds. */
const [mostRows, mostFolded] = [4, 12]

type Entered = Readonly<Record<string, string>>

/** The profiles so far as rows, inputs where another is wanted, and a question about a name that is there twice. */
export function profilesToAsk(scene: StepContext<Standing>, entered: Entered): Shown {
  const { translations, program } = scene.world
  const lines = listedIn(entered)
  const twice = twiceIn(lines)
  const isThin = program.tiers.some(({ unpublishedAbove }) => unpublishedAbove)
  return {
    textValues: { period: periodOf({ translations, program }) },
    sources: sourcesOf(program),
    warnings: lines.length === 0 && isThin ? [translations.t(`${own}.thin`)] : [],
    view: {
      ...rowsOf(scene.world, lines),
      isOpen: !twice && isOpen(lines, entered),
      isFirst: lines.length === 0,
      isKnownLive: scene.answers.form === undefined,
      deeds: deedsOf(scene, twice !== undefined),
      twice: twice ? twiceWords(scene.world, lines[twice.first], lines[twice.second]) : '',
    },
  }
}

/** Inputs are there for the first profile, and for one that is being added or edited. */
const isOpen = (lines: readonly ProfileLine[], entered: Entered): boolean =>
  lines.length === 0 || ['row', 'name', 'pricing', 'sales'].some((name) => entered[name])

/** Rows, first those that are refused. */
function rowsOf(world: World, lines: readonly ProfileLine[]) {
  const { translations } = world
  const all = lines.map((line, at) => ({ line, at: String(at) }))
  const inOrder = [...all.filter(({ line }) => !line.profile), ...all.filter(({ line }) => line.profile)]
  const room = mostRows + mostFolded
  const rows = inOrder
    .slice(0, room)
    .map(({ line, at }, index) => rowOf(world, line, at, twinsBefore(inOrder, index)))
  const say = (key: string, number: number) => (number > 0 ? translations.t(`${own}.${key}`, { number }) : '')
  return {
    rows: rows.slice(0, mostRows),
    folded: rows.slice(mostRows),
    hidden: say('hidden', lines.length - mostRows),
    beyond: say('beyond', lines.length - room),
  }
}

const nameOf = ({ profile, text }: ProfileLine): string => profile?.name ?? text

/** Rows of the same name before this one: their buttons are told apart by a number. */
const twinsBefore = (rows: readonly { readonly line: ProfileLine }[], index: number): number =>
  rows.slice(0, index).filter(({ line }) => nameOf(line) === nameOf(rows[index]?.line ?? line)).length

function rowOf(world: World, line: ProfileLine, at: string, twins: number) {
  const { translations } = world
  const { profile } = line
  const name = nameOf(line)
  const short = plainName(name.slice(0, 80))
  const told = twins > 0 ? `${short} (${twins + 1})` : short
  const named = (deed: string) => translations.t(`${own}.${deed}-named`, { name: told })
  return {
    at,
    name: escapeMarkdown(plainName(name)),
    detail: profile ? detailOf(world, line) : '',
    problem: profile ? '' : `${translations.t(`${own}.refused`)} ${whyNot(world, line)}`,
    edit: named('edit'),
    remove: named('remove'),
  }
}

function detailOf(world: World, { profile }: ProfileLine): string {
  const { translations } = world
  if (!profile) return ''
  const { billedSalesUsd: usd, listingClass, offering } = profile
  const services = offering === 'services' ? [translations.t(`${own}.options.offering.services`)] : []
  const sales = usd > 0 || listingClass === 'transact' ? [translations.money(usd)] : []
  return [...sales, soldAs(world, profile), ...services].join(' · ')
}

/** Why a line cannot be read. */
const whyNot = ({ translations, program }: World, line: ProfileLine): string =>
  line.profile
    ? ''
    : translations.t(`problems.${line.problem}`, { period: periodOf({ translations, program }) })

function twiceWords(world: World, first: ProfileLine | undefined, second: ProfileLine | undefined): string {
  const amount = (line: ProfileLine | undefined) => (line ? detailOf(world, line) : '')
  const name = second?.name ?? ''
  return world.translations.t(`${own}.twice`, { name, before: amount(first), now: amount(second) })
}

/** Lists what may be typed; rows have buttons of their own. */
export function deedsToType({ world: { translations } }: StepContext<Standing>) {
  const deeds = ['that-is-all', 'add', 'other-figures', 'replace', 'keep-both']
  return { next: deeds.map((value) => ({ value, title: translations.t(`${own}.options.next.${value}`) })) }
}

/** Buttons in the order in which one acts. */
function deedsOf(scene: StepContext<Standing>, isTwice: boolean) {
  const { translations } = scene.world
  const deeds = isTwice
    ? ['replace', 'keep-both']
    : ['that-is-all', 'add', ...(countsMetrics(scene) ? ['other-figures'] : [])]
  return deeds.map((value, at) => ({
    value,
    title: translations.t(`${own}.options.next.${value}`),
    style: at === 0 ? 'positive' : 'default',
  }))
}

/** Rules behind the question. */
const sourcesOf = (program: Program): NamedSource[] =>
  [program.rules.profiles, program.rules.salesPeriod].map((source) => sourceIn(program, source))

/** A live offer needs a profile. The button is not stored, so that it can be pressed again. */
const nothingNamed: Problem = { problem: 'profile-none', field: 'next', instead: '' }

/** Inputs by what may be wrong with them. */
const fields: Readonly<Record<string, string>> = { 'profile-name': 'name', 'profile-pricing': 'pricing' }

/** Problems of the profile in the inputs; one that is refused in the list blocks nothing. A live offer needs one. */
export function profileProblems(entered: Profiles, { world, answers }: StepContext<Standing>): Problem[] {
  const { next } = entered
  if (next === undefined || next === 'edit' || next === 'remove') return []
  const entry = entryIn(world, entered)
  if (entry && !entry.profile) {
    const period = periodOf({ translations: world.translations, program: world.program })
    return [{ problem: entry.problem, field: fields[entry.problem] ?? 'sales', values: { period } }]
  }
  const isEnd = next === 'that-is-all' || next === 'other-figures'
  const isNamed = profilesIn(world, entered).some(({ profile }) => profile)
  return isEnd && !isNamed && liveOfferIn(world, answers) === 'yes' ? [nothingNamed] : []
}
