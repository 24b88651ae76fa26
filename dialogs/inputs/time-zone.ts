import { ianaOfWindows } from '../../src/time/windows-zones.ts'
import type { Option } from '../engine/render.ts'
import { wordsOf } from '../understanding/normalize.ts'
import { memoize } from '../wording/memoize.ts'

const minuteMs = 60_000

/** Engines differ in the API for a locale's time zones. */
interface ZonedLocale {
  readonly timeZones?: readonly string[]
  getTimeZones?(): readonly string[]
}

/** IANA time zones of a country (ISO 3166); empty for unknown countries. */
export const timeZonesOf = memoize((country: string): readonly string[] => {
  if (!/^[A-Z]{2}$/.test(country)) return []
  const locale: Intl.Locale & ZonedLocale = new Intl.Locale(`und-${country}`)
  return locale.getTimeZones?.() ?? locale.timeZones ?? []
})

/** Reads an IANA name in any case, its city, or a Windows name; else the first city in the text. Undefined if none. */
export function readTimeZone(text: string): string | undefined {
  return zoneCalled(text) ?? ianaOfWindows(text) ?? cityIn(text)
}

/** Tests for the name of a time zone. */
export const isTimeZone = (text: string): boolean => readTimeZone(text) !== undefined

/** Finds the first city in "(UTC+01:00) Brussels, Madrid, Paris" or "Paris time". */
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

/** Reads aliases that the list omits; offsets such as +01:00 are no zones. */
function otherName(text: string): string | undefined {
  if (!/^[A-Za-z]/.test(text)) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** Formats "Europe/Paris (UTC+01:00)" with the offset at `now`. */
export const describeTimeZone = (zone: string, now: number): string =>
  `${zone.replaceAll('_', ' ')} (${offsetAt(`${Math.floor(now / minuteMs)} ${zone}`)})`

/** Formats "UTC+01:00" for a minute since the epoch and a zone; offsets change on full minutes. */
const offsetAt = memoize((minuteAndZone: string): string => {
  const [minute = '', timeZone = ''] = minuteAndZone.split(' ')
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  const parts = format.formatToParts(Number(minute) * minuteMs)
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  return offset.replace('GMT', 'UTC')
})

/** Time zones of a country as options, with their offsets at `now`. */
export const timeZoneOptions = (country: string, now: number): Option[] =>
  timeZonesOf(country).map((value) => ({ value, title: describeTimeZone(value, now) }))
