import type { PublisherProfile } from '../../../src/core/eligibility/facts.ts'
import { choice, type Filled, kept, line, lines, optional, unsaid } from '../../engine/form.ts'
import type { Localization } from '../../engine/world/localization.ts'
import type { World } from '../../engine/world.ts'
import { isProfileLine, lineOf, type ProfileLine, readProfiles, writeProfile } from './publisher-profiles.ts'

const ways = [
  'contact-me',
  'byol',
  'free-trial',
  'test-drive',
  'get-it-now',
  'consulting-service',
  'transact',
] as const

/** Deeds for the list of profiles; the earlier name of "Continue" is stored. */
const deeds = [
  'that-is-all',
  'add',
  'other-figures',
  'live-offer',
  'edit',
  'remove',
  'replace',
  'keep-both',
] as const

/**
 * Publisher profiles: those so far, one per line, which the card shows as rows, and the one in the inputs. `next` is the
 * button and `of` its row; `row` is the one that is being edited, or "new".
 */
export const profilesForm = {
  next: unsaid(optional(choice(deeds))),
  name: optional(line()),
  pricing: optional(choice(ways)),
  offering: optional(choice(['software', 'services'])),
  sales: optional(line(40)),
  of: unsaid(optional(line(10))),
  row: kept(unsaid(optional(line(10)))),
  listed: kept(lines(4000, isProfileLine)),
}

export type Profiles = Filled<typeof profilesForm>

const own = 'check-eligibility.profiles.options'

/** The profiles so far. */
export const listedIn = ({ listed = '' }: { readonly listed?: string | undefined }): ProfileLine[] =>
  readProfiles(listed)

/** The profile of the inputs; without a name of its own it is called as it is sold. */
export function entryIn(
  { translations }: Localization,
  { name, pricing, offering, sales = '' }: Profiles,
): ProfileLine | undefined {
  if ([name, pricing, sales || undefined].every((each) => each === undefined)) return undefined
  const title = (field: string, value: string | undefined) =>
    value === undefined ? '' : translations.t(`${own}.${field}.${value}`)
  const sold = title('pricing', pricing)
  return lineOf({ name: name ?? sold, pricing: sold, offering: title('offering', offering), sales })
}

/** The inputs for a listed profile. */
export function inputsFor({ profile, words, name }: ProfileLine) {
  if (!profile) return { name, sales: words.sales.slice(0, 40) }
  const { listingClass, countedAs, offering, billedSalesUsd } = profile
  const asListed = {
    list: 'contact-me',
    trial: 'free-trial',
    consulting: 'consulting-service',
    transact: 'transact',
  }
  return {
    name,
    pricing: countedAs ? { byol: 'byol', free: 'get-it-now' }[countedAs] : asListed[listingClass],
    offering,
    sales: billedSalesUsd > 0 || listingClass === 'transact' ? String(billedSalesUsd) : '',
  }
}

/** Lines as they are kept: those that can be read in the words of the cards, the others as they are. */
export const textOf = (world: Localization, all: readonly ProfileLine[]): string =>
  all.map(({ profile, text }) => (profile ? linesOf(world, [profile]) : text)).join('\n')

/** Profiles as lines. */
export const linesOf = (world: Localization, profiles: readonly PublisherProfile[]): string =>
  profiles.map((profile) => writeProfile(wordsFor(world, profile))).join('\n')

/** How a profile is sold, in the words of the cards. */
export function soldAs(
  { translations }: Localization,
  { listingClass, countedAs }: PublisherProfile,
): string {
  const trade = { byol: 'byol', free: 'get-it-now' } as const
  return translations.t(
    countedAs ? `${own}.pricing.${trade[countedAs]}` : `check-eligibility.classes.${listingClass}`,
  )
}

function wordsFor(world: Localization, profile: PublisherProfile) {
  const { translations } = world
  const { name, offering, billedSalesUsd } = profile
  return {
    name,
    pricing: soldAs(world, profile),
    offering: offering ? translations.t(`${own}.offering.${offering}`) : '',
    sales: translations.money(billedSalesUsd),
  }
}

/** The profiles of the last check, as lines. */
export const knownProfiles = (world: World): string =>
  linesOf(world, world.company.eligibility?.facts.profiles ?? [])
