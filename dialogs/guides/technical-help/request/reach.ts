import { type Filled, optional, pick, shaped } from '../../../engine/form.ts'
import type { Option, Problem } from '../../../engine/render.ts'
import type { World } from '../../../engine/world.ts'
import { hasDigits, readPhone } from '../../../inputs/phone.ts'
import { countries, languageOptions } from '../../../inputs/places.ts'
import { isTimeZone, readTimeZone, timeZoneOptions, timeZonesOf } from '../../../inputs/time-zone.ts'

/** Form with the person's country, phone, language and time zone, for Microsoft to reach them. */
export const reachForm = {
  country: pick(),
  phone: shaped(hasDigits, 60),
  language: pick(),
  timeZone: optional(shaped(isTimeZone, 60)),
}
export type Reach = Readonly<Filled<typeof reachForm>>

/** One of the time zones of a country that has several. */
export const zoneForm = { choice: pick() }

/** Countries and languages of the form. */
export const reachOptions = ({ translations, program }: World) => ({
  country: countries(translations),
  language: languageOptions(translations, program.contactRules.languages),
})

/** Time zones to choose from, as options. */
export const zoneOptions = ({ now }: World, reach: Reach | undefined): Option[] =>
  timeZoneOptions(reach?.country ?? '', now)

/** Tests whether a time zone must be chosen. */
export const hasSeveralZones = (reach: Reach | undefined): boolean => zonesToChoose(reach).length > 1

/** Time zone: typed, else the country's only one, else the chosen one. */
export function timeZoneOf(reach: Reach | undefined, picked: string | undefined): string {
  const typed = reach?.timeZone && readTimeZone(reach.timeZone)
  const zones = timeZonesOf(reach?.country ?? '')
  return typed || (zones.find((zone) => zone === picked) ?? zones[0] ?? 'UTC')
}

/** Time zones to choose from; none if one was typed. */
function zonesToChoose(reach: Reach | undefined): readonly string[] {
  return reach === undefined || reach.timeZone ? [] : timeZonesOf(reach.country)
}

/** Problems of the entered contact data. */
export function reachProblems(reach: Reach): Problem[] {
  const isKnown = reach.timeZone ? readTimeZone(reach.timeZone) : timeZonesOf(reach.country).length > 0
  return [
    ...(readPhone(reach.phone, reach.country) ? [] : [{ field: 'phone', problem: 'phone-form' }]),
    ...(isKnown ? [] : [{ field: 'timeZone', problem: 'time-zone-unknown' }]),
  ]
}

/** Country, language and time zone of the last request, else of the marketing contact. */
export function lastPlace({ company }: World) {
  const last = company.requests.findLast((each) => each.kind === 'technical')
  if (last?.kind !== 'technical')
    return { country: company.contact?.country, language: company.contact?.language }
  const { country, language, timeZone } = last
  return { country, language, timeZone: timeZonesOf(country).length > 1 ? timeZone : undefined }
}
