import type { phases, solutions } from '../../../src/core/company/company-event.ts'
import type { Option, Problem } from '../../engine/render.ts'
import type { CompanyView } from '../../engine/world/company-view.ts'
import type { World } from '../../engine/world.ts'
import { extensionFact, phoneToRecord, readPhone } from '../../inputs/phone.ts'
import { countries, languageOptions } from '../../inputs/places.ts'
import { describeTimeZone, readTimeZone, timeZonesOf } from '../../inputs/time-zone.ts'

/** What a request is about, and where Microsoft reaches the person, as they are entered. */
export interface Entered {
  readonly need?: Need | undefined
  readonly reach?: Reach | undefined
  readonly zone?: { readonly choice: string } | undefined
}
interface Need {
  readonly phase: (typeof phases)[number]
  readonly solution: (typeof solutions)[number]
  readonly product: string
  readonly title: string
  readonly description: string
}
interface Reach {
  readonly country: string
  readonly phone: string
  readonly language: string
  readonly timeZone?: string | undefined
}
interface Details extends Need, Reach {
  readonly timeZone: string
  readonly extension?: string | undefined
}

const nothingYet: Need = { phase: 'presales', solution: 'cloud', product: '', title: '', description: '' }

/** The request as it is recorded: the phone number as E.164, the time zone as IANA calls it. */
export function detailsOf({ need = nothingYet, reach, zone }: Entered): Details {
  const { country = '', phone = '', language = '' } = reach ?? {}
  return {
    ...need,
    country,
    language,
    ...phoneToRecord(phone, country),
    timeZone: timeZoneOf(reach, zone?.choice),
  }
}

/** Typed, or the country's only one, or the one picked of the country's. */
function timeZoneOf(reach: Reach | undefined, picked: string | undefined): string {
  const typed = reach?.timeZone && readTimeZone(reach.timeZone)
  const zones = timeZonesOf(reach?.country ?? '')
  return typed || (zones.find((zone) => zone === picked) ?? zones[0] ?? 'UTC')
}

/** The zones to ask for: none where one was typed. */
export function zonesToChoose(reach: Reach | undefined): readonly string[] {
  return reach === undefined || reach.timeZone ? [] : timeZonesOf(reach.country)
}

export function problemsOf(reach: Reach): Problem[] {
  const isKnown = reach.timeZone ? readTimeZone(reach.timeZone) : timeZonesOf(reach.country).length > 0
  return [
    ...(readPhone(reach.phone, reach.country) ? [] : [{ field: 'phone', problem: 'phone-form' }]),
    ...(isKnown ? [] : [{ field: 'timeZone', problem: 'time-zone-unknown' }]),
  ]
}

/** Country, language and time zone of the last request; before there is one, those of the marketing contact. */
export function lastPlace({ company }: CompanyView) {
  const last = company.requests.findLast((each) => each.kind === 'technical')
  if (last?.kind !== 'technical')
    return { country: company.contact?.country, language: company.contact?.language }
  const { country, language, timeZone } = last
  return { country, language, timeZone: timeZonesOf(country).length > 1 ? timeZone : undefined }
}

/** The request as the person reads it, field by field. */
export function factsOf({ translations, program, now }: World, details: Details) {
  const values = {
    title: details.title,
    description: details.description,
    product: details.product,
    phase: translations.t(`technical-help.need.options.phase.${details.phase}`),
    solution: translations.t(`technical-help.need.options.solution.${details.solution}`),
    country: titleOf(countries(translations), details.country),
    language: titleOf(languageOptions(translations, program.contactRules.languages), details.language),
    phone: readPhone(details.phone)?.international ?? details.phone,
    ...extensionFact(details),
    timeZone: describeTimeZone(details.timeZone, now),
  }
  return Object.entries(values).map(([field, value]) => ({
    field,
    title: translations.t(`technical-help.facts.${field}`),
    value,
  }))
}

const titleOf = (options: readonly Option[], value: string) =>
  options.find((option) => option.value === value)?.title ?? value

/** All of it as one text, for a field that takes any text. */
export function copyText(world: World, details: Details): string {
  const rest = factsOf(world, details).filter(({ field }) => field !== 'title' && field !== 'description')
  const lines = rest.map((fact) => world.translations.t('technical-help.line', fact))
  return [details.title, details.description, lines.join('\n')].join('\n\n')
}

/** Requests that Microsoft's case number was not noted of. */
export function withoutCaseNumber({ company }: CompanyView): Option[] {
  const open = company.requests.filter((each) => each.kind === 'technical' && !each.caseNumber)
  return open.map(({ id, title }) => ({ value: id, title }))
}

/** Requests that Microsoft has not got in touch about. */
export function unanswered({ company }: CompanyView): Option[] {
  const open = company.requests.filter(({ answeredOn }) => answeredOn === undefined)
  return open.map(({ id, title }) => ({ value: id, title }))
}
