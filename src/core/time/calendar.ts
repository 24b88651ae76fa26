import { z } from 'zod'

/** Milliseconds of a day in UTC, without clock changes. */
export const dayMs = 86_400_000

/** Calendar day 'YYYY-MM-DD', counted in UTC. */
export const plainDate = z.iso.date()
export type PlainDate = z.infer<typeof plainDate>

/** Returns the UTC day of an instant in milliseconds. */
export const today = (now: number): PlainDate => new Date(now).toISOString().slice(0, 10)

/** Adds days; negative numbers go back. */
export const addDays = (date: PlainDate, days: number): PlainDate => today(Date.parse(date) + days * dayMs)

/** Counts the days from `from` to `to`; negative if `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** Adds months, keeping the day of the month or taking the month's last day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const start = new Date(date)
  const firstOfMonth = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1)
  const lastOfMonth = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0)
  return today(Math.min(firstOfMonth + (start.getUTCDate() - 1) * dayMs, lastOfMonth))
}

/** Adds days from Monday to Friday; public holidays are ignored. */
export function addBusinessDays(date: PlainDate, days: number): PlainDate {
  let reached = date
  for (let left = days; left > 0; left -= isBusinessDay(reached) ? 1 : 0) reached = addDays(reached, 1)
  return reached
}

/** Tells whether a day is Monday to Friday. */
export const isBusinessDay = (date: PlainDate): boolean => ![0, 6].includes(new Date(date).getUTCDay())

/** Returns the first anniversary of `first` after `after`; 29 February becomes the 28th in common years. */
export function anniversary(first: PlainDate, after: PlainDate): PlainDate {
  let years = Math.max(1, Number(after.slice(0, 4)) - Number(first.slice(0, 4)))
  while (addMonths(first, years * 12) <= after) years += 1
  return addMonths(first, years * 12)
}
