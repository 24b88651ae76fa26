import type { Option, Shown } from '../../../engine/render.ts'
import type { World } from '../../../engine/world.ts'
import { extensionFact, phoneToRecord, readPhone } from '../../../inputs/phone.ts'
import { countries, languageOptions } from '../../../inputs/places.ts'
import { describeTimeZone } from '../../../inputs/time-zone.ts'
import { pointGroups } from '../points.ts'
import { type Need, nothingYet } from './need.ts'
import { type Reach, timeZoneOf } from './reach.ts'

/** Topic of a request and how Microsoft reaches the person, as entered. */
export interface Entered {
  readonly need?: Need | undefined
  readonly reach?: Reach | undefined
  readonly zone?: { readonly choice: string } | undefined
}
export interface Details extends Need, Reach {
  readonly timeZone: string
  readonly extension?: string | undefined
}

/** The request to record: phone number in E.164, IANA time zone. */
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

/** What requests for technical help are sent back for. */
const sentBackFor = {
  official: ['dialing-code', 'program-account'],
  ours: ['one-topic', 'tried', 'no-repair'],
}

/** The request to be confirmed, with what such requests are sent back for. */
export const requestToConfirm = (world: World, entered: Entered): Shown => ({
  view: { facts: factsOf(world, detailsOf(entered)), groups: pointGroups(world, sentBackFor) },
  sources: [world.program.rules.technicalHelp],
})

/** The request as text, field by field. */
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

/** The request as one text. */
export function copyText(world: World, details: Details): string {
  const rest = factsOf(world, details).filter(({ field }) => field !== 'title' && field !== 'description')
  const lines = rest.map((fact) => world.translations.t('technical-help.line', fact))
  return [details.title, details.description, lines.join('\n')].join('\n\n')
}
