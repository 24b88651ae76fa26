import type { PublisherProfile } from '../../../src/core/eligibility/facts.ts'
import { choice, type Filled, line, lines, optional } from '../../engine/form.ts'
import type { Problem } from '../../engine/render.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { World } from '../../engine/world.ts'
import {
  isProfileLine,
  type ProfileLine,
  readProfile,
  readProfiles,
  writeProfile,
} from './publisher-profiles.ts'

/** Publisher profiles: one in the inputs, others in a text box, one per line; `next` is the button. */
export const profilesForm = {
  next: optional(choice(['add', 'that-is-all'])),
  name: optional(line()),
  pricing: optional(
    choice([
      'contact-me',
      'byol',
      'free-trial',
      'test-drive',
      'get-it-now',
      'consulting-service',
      'transact',
    ]),
  ),
  offering: optional(choice(['software', 'services'])),
  sales: optional(line(40)),
  listed: lines(4000, isProfileLine),
}

export type Profiles = Filled<typeof profilesForm>

function isEntered({ name, pricing, sales }: Profiles): boolean {
  return [name, pricing, sales].some((each) => each !== undefined)
}

/** Tests whether the person declares to have no profile. */
export function isEmpty(entered: Profiles): boolean {
  return entered.next === 'that-is-all' && !isEntered(entered) && !entered.listed
}

/** A live offer needs a profile. The button is not stored, so that it can be pressed again. */
export const nothingNamed: Problem = { problem: 'profile-none', field: 'next', instead: '' }

/** The profile of the inputs, as a line. */
function entryOf({ translations }: World, { name = '', pricing, offering, sales = '' }: Profiles) {
  const title = (field: string, value: string | undefined) =>
    value === undefined ? '' : translations.t(`check-eligibility.profiles.options.${field}.${value}`)
  return { name, pricing: title('pricing', pricing), offering: title('offering', offering), sales }
}

/** The listed profiles and the one just entered. */
export function profilesIn(world: World, entered: Profiles): ProfileLine[] {
  const entry = isEntered(entered) ? writeProfile(entryOf(world, entered)) : ''
  return readProfiles([entered.listed ?? '', entry].join('\n'))
}

/** Profiles as the text of the box. */
export const textOf = (profiles: readonly ProfileLine[]) => profiles.map(({ text }) => text).join('\n')

/**
 * Problems of the profiles; `period` is the one of the sales that count. The button is not stored, so that another line
 * can be typed.
 */
export function problemsIn(world: World, entered: Profiles, period: string): Problem[] {
  const wrong = whatIsWrong(world, entered)
  const lines = wrong ? readProfiles(entered.listed ?? '') : profilesIn(world, entered)
  const inLines = lines.flatMap((line) => {
    if (line.profile) return []
    const why = world.translations.t(`problems.${line.problem}`, { period })
    return [{ problem: 'profile-line', values: { line: line.text, why } }]
  })
  const found = wrong ? [...inLines, { problem: wrong, values: { period } }] : inLines
  return found.map((problem) => ({ ...problem, field: 'next', instead: '' }))
}

/** Problem of the profile in the inputs. */
function whatIsWrong(world: World, entered: Profiles): string | undefined {
  if (!isEntered(entered)) return entered.next === 'add' && !entered.listed ? 'profile-name' : undefined
  const entry = readProfile(entryOf(world, entered))
  return entry.profile ? undefined : entry.problem
}

/** The profiles of the last check, as lines. */
export const knownProfiles = (world: World): string =>
  linesOf(world, world.company.eligibility?.facts.profiles ?? [])

/** Profiles as lines of the box. */
export const linesOf = (world: Localization, profiles: readonly PublisherProfile[]): string =>
  profiles.map((profile) => writeProfile(wordsFor(world, profile))).join('\n')

function wordsFor(
  { translations }: Localization,
  { name, listingClass, countedAs, offering, billedSalesUsd }: PublisherProfile,
) {
  const trade = { byol: 'byol', free: 'get-it-now' } as const
  const own = 'check-eligibility.profiles.options'
  return {
    name,
    pricing: translations.t(
      countedAs ? `${own}.pricing.${trade[countedAs]}` : `check-eligibility.classes.${listingClass}`,
    ),
    offering: offering ? translations.t(`${own}.offering.${offering}`) : '',
    sales: translations.money(billedSalesUsd),
  }
}
