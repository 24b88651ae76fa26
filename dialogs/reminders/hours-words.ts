import type { Language, Speech } from '../../locales/index.ts'
import { dayMs } from '../../src/core/time/calendar.ts'
import { type Hours, usualHours } from '../../src/core/time/local-time.ts'
import { describeTimeZone } from '../inputs/time-zone.ts'
import { oncePer } from '../wording/once-per.ts'

/** A Monday, to name the days of the week by. */
const monday = Date.UTC(2024, 0, 1)

/** "Monday to Friday, 09:00 to 17:00". */
export const hoursText = (speech: Speech, { from, until, days }: Hours = usualHours): string =>
  speech.t('reminders.hours', { days: daysText(speech, days), from, until })

/** Days that follow each other are named by the first and the last of them. */
export function daysText(speech: Speech, days: readonly number[]): string {
  const [first = 1, ...others] = [...new Set(days)].sort((one, other) => one - other)
  const last = others.at(-1) ?? first
  if (others.length === 6) return speech.t('reminders.days.all')
  const isSpan = others.length > 1 && last - first === others.length
  const values = { first: dayName(speech, first), last: dayName(speech, last) }
  return isSpan
    ? speech.t('reminders.days.span', values)
    : speech.list([first, ...others].map((each) => dayName(speech, each)))
}

/** What an ISO weekday is called: 1 is Monday. */
export const dayName = ({ language }: Speech, weekday: number): string =>
  weekdayNames(language).format(monday + (weekday - 1) * dayMs)

const weekdayNames = oncePer(
  (language: Language) => new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }),
)

export const zoneText = describeTimeZone
