import type { Translations } from '../../locales/index.ts'
import { type Hours, usualHours } from '../../src/core/time/local-time.ts'
import type { Option, Problem } from '../engine/render.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { ReminderSettings } from '../engine/world/reminder-settings.ts'
import { describeTimeZone, readTimeZone, timeZonesOf } from '../inputs/time-zone.ts'
import { dayName } from './hours-words.ts'
import { recipientIn } from './open-topic.ts'

interface ZoneAnswer {
  readonly zone: string
  readonly other?: string | undefined
}
interface HoursAnswer {
  readonly from: string
  readonly until: string
  readonly days: readonly string[]
}

/** Time zones offered; others are typed. */
const mostZones = 5
const weekdays = [1, 2, 3, 4, 5, 6, 7]
/** Starts at one o'clock, so that a typed number is both hour and position. */
const fullHours = Array.from({ length: 23 }, (_, index) => `${String(index + 1).padStart(2, '0')}:00`)

/** The current time zone, then those of the company's requests and contact. */
export function likelyZones(world: CompanyView & ReminderSettings): Option[] {
  const { company, reminderContext, now } = world
  const requested = company.requests.flatMap((each) => (each.kind === 'technical' ? [each.timeZone] : []))
  const known = [
    recipientIn(world).timeZone ?? [],
    requested.toReversed(),
    timeZonesOf(company.contact?.country ?? '').slice(0, mostZones - 1),
    'UTC',
  ].flat()
  const zones = [...new Set(known)].filter((zone) => reminderContext.zones.has(zone)).slice(0, mostZones)
  return zones.map((value) => ({ value, title: describeTimeZone(value, now) }))
}

/** A typed zone overrides a chosen one. */
export const chosenZone = ({ zone, other }: ZoneAnswer): string => (other && readTimeZone(other)) || zone

/** Problem of a typed time zone. */
export function problemsOfZone({ reminderContext }: ReminderSettings, other: string | undefined): Problem[] {
  const zone = other === undefined ? undefined : readTimeZone(other)
  if (other === undefined || (zone && reminderContext.zones.has(zone))) return []
  return [{ field: 'other', problem: 'time-zone-unknown' }]
}

/** Full hours, and those set now, as options. */
export function clockOptions(world: ReminderSettings): Option[] {
  const { from, until } = recipientIn(world).hours ?? usualHours
  const times = [...fullHours, ...[from, until].filter((time) => !fullHours.includes(time))]
  return times.map((value) => ({ value, title: value }))
}

/** Weekdays as options. */
export const dayOptions = (translations: Translations): Option[] =>
  weekdays.map((each) => ({ value: String(each), title: dayName(translations, each) }))

/** Current contact hours, as the form takes them. */
export function hoursNow(world: ReminderSettings): { from: string; until: string; days: string } {
  const { from, until, days } = recipientIn(world).hours ?? usualHours
  return { from, until, days: days.join(',') }
}

/** Contact hours with days in order of the week. */
export const chosenHours = ({ from, until, days }: HoursAnswer): Hours => ({
  from,
  until,
  days: weekdays.filter((each) => days.includes(String(each))),
})

/** Problem of hours that end before they begin. */
export const problemsOfHours = ({ from, until }: HoursAnswer): Problem[] =>
  from < until ? [] : [{ field: 'until', problem: 'hours-order' }]
