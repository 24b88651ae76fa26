import type { Language, Translations } from '../../locales/index.ts'
import { dayMs } from '../../src/core/time/calendar.ts'
import { type Hours, usualHours } from '../../src/core/time/local-time.ts'
import { describeTimeZone } from '../inputs/time-zone.ts'
import { memoize } from '../wording/memoize.ts'

/** A Monday, for naming weekdays. */
const monday = Date.UTC(2024, 0, 1)

/** Formats contact hours: "Monday to Friday, 09:00 to 17:00". */
export const hoursText = (translations: Translations, { from, until, days }: Hours = usualHours): string =>
  translations.t('reminders.hours', { days: daysText(translations, days), from, until })

/** Names weekdays, consecutive ones as a range. */
export function daysText(translations: Translations, days: readonly number[]): string {
  const [first = 1, ...others] = [...new Set(days)].sort((one, other) => one - other)
  const last = others.at(-1) ?? first
  if (others.length === 6) return translations.t('reminders.days.all')
  const isSpan = others.length > 1 && last - first === others.length
  const values = { first: dayName(translations, first), last: dayName(translations, last) }
  return isSpan
    ? translations.t('reminders.days.span', values)
    : translations.list([first, ...others].map((each) => dayName(translations, each)))
}

/** Name of an ISO weekday (1: Monday). */
export const dayName = ({ language }: Translations, weekday: number): string =>
  weekdayNames(language).format(monday + (weekday - 1) * dayMs)

const weekdayNames = memoize(
  (language: Language) => new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }),
)

export const zoneText = describeTimeZone
