import { getCountries, isSupportedCountry } from 'libphonenumber-js/max'
import { ianaOfWindows } from '../../src/time/windows-zones.ts'
import type { Option } from '../engine/render.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { ReminderSettings } from '../engine/world/reminder-settings.ts'
import { memoize } from '../wording/memoize.ts'
import { timeZonesOf } from './time-zone.ts'

/** What is known of where a person is: the company's earlier answers, their time zone and the client's locale. */
type Known = CompanyView & Localization & ReminderSettings

/** Countries that the person probably means, the likeliest first. */
export function likelyCountries(world: Known): string[] {
  const { clientPlace, recipient } = world
  const known = earlier(world).map(({ country }) => country)
  const zone = recipient?.timeZone ?? clientPlace.timeZone ?? ''
  const guessed = [
    countryOfZone(ianaOfWindows(zone) ?? zone),
    clientPlace.country,
    regionOf(clientPlace.locale ?? recipient?.address.locale),
  ]
  return [...new Set([...known, ...guessed])].flatMap((each) =>
    each && isSupportedCountry(each) ? each : [],
  )
}

/** The language that the person probably means, of those that the form offers. */
export function likelyLanguage(world: Known, tags: readonly string[]): string | undefined {
  const spoken = world.translations.language
  const locale = world.clientPlace.locale ?? world.recipient?.address.locale ?? spoken
  const wishes = [...earlier(world).map(({ language }) => language), locale]
  const exact = wishes.find((wish) => tags.includes(wish))
  return exact ?? tags.find((tag) => languageOf(tag) === languageOf(spoken))
}

/** Puts the likely options before the others. */
export function likelyFirst(options: readonly Option[], likely: readonly string[]): Option[] {
  const first = likely.flatMap((value) => options.find((option) => option.value === value) ?? [])
  return [...first, ...options.filter((option) => !first.includes(option))]
}

/** Country and language of the company's contact and last technical request. */
function earlier({ company: { contact, requests } }: CompanyView) {
  const technical = requests.flatMap((each) => (each.kind === 'technical' ? [each] : []))
  return [contact, technical.at(-1)].flatMap((each) => each ?? [])
}

/** Region of a locale, such as FR of fr-FR; undefined without one. */
function regionOf(locale: string | undefined): string | undefined {
  try {
    return locale === undefined ? undefined : new Intl.Locale(locale).region
  } catch {
    return undefined
  }
}

const languageOf = (tag: string): string => tag.slice(0, 2)

/** The only country with that time zone; empty if there is none. */
const countryOfZone = memoize((zone: string): string => {
  const found = getCountries().filter((country) => timeZonesOf(country).includes(zone))
  return found.length === 1 ? (found[0] ?? '') : ''
})
