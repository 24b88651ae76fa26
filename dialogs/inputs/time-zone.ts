import { ianaOfWindows } from '../../src/time/windows-zones.ts'
import type { Option } from '../engine/render.ts'
import { wordsOf } from '../understanding/normalize.ts'
import { oncePer } from '../wording/once-per.ts'

const minuteMs = 60_000

/** Engines differ in how a locale tells its time zones. */
interface ZonedLocale {
  readonly timeZones?: readonly string[]
  getTimeZones?(): readonly string[]
}

/** IANA names of the time zones of a country (ISO 3166); none where the country is not known. */
export const timeZonesOf = oncePer((country: string): readonly string[] => {
  if (!/^[A-Z]{2}$/.test(country)) return []
  const locale: Intl.Locale & ZonedLocale = new Intl.Locale(`und-${country}`)
  return locale.getTimeZones?.() ?? locale.timeZones ?? []
})

/**
 * Reads an IANA name in any case, the city in it, which no two zones share, or a name as Windows shows it; else the first
 * city in the text. Undefined when there is none.
 */
export function readTimeZone(text: string): string | undefined {
  return zoneCalled(text) ?? ianaOfWindows(text) ?? cityIn(text)
}

/** The first city of "(UTC+01:00) Brussels, Madrid, Paris", or of "Paris time". */
function cityIn(text: string): string | undefined {
  const parts = text
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .split(/[,;/]|(?<!\p{L})(?:time|heure|hora|zeit|de|d['’]|of)(?!\p{L})/iu)
  return parts.map((part) => part.trim()).flatMap((part) => (part === '' ? [] : (zoneCalled(part) ?? [])))[0]
}

function zoneCalled(text: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone')
  const said = wordsOf(text).join(' ')
  const isCalled = (name: string) => wordsOf(name).join(' ') === said
  return (
    zones.find(isCalled) ??
    otherName(text.trim()) ??
    zones.find((zone) => isCalled(zone.slice(zone.lastIndexOf('/') + 1)))
  )
}

/** Names that the list leaves out because they mean the same as another; an offset such as +01:00 is no zone. */
function otherName(text: string): string | undefined {
  if (!/^[A-Za-z]/.test(text)) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** "Europe/Paris (UTC+01:00)", by the offset at that moment. */
export const describeTimeZone = (zone: string, now: number): string =>
  `${zone.replaceAll('_', ' ')} (${offsetAt(`${Math.floor(now / minuteMs)} ${zone}`)})`

/** "UTC+01:00", for a minute since the epoch and a zone: clocks are changed on the minute. */
const offsetAt = oncePer((minuteAndZone: string): string => {
  const [minute = '', timeZone = ''] = minuteAndZone.split(' ')
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  const parts = format.formatToParts(Number(minute) * minuteMs)
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  return offset.replace('GMT', 'UTC')
})

export const timeZoneOptions = (country: string, now: number): Option[] =>
  timeZonesOf(country).map((value) => ({ value, title: describeTimeZone(value, now) }))
