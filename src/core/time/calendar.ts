import { z } from 'zod'

/** Milliseconds of a day in UTC, or wherever no clock is changed. */
export const dayMs = 86_400_000

/** A calendar day, 'YYYY-MM-DD', without a time zone. Days are counted in UTC. */
export const plainDate = z.iso.date()
export type PlainDate = z.infer<typeof plainDate>

/** The day that it is in UTC, `now` milliseconds after the epoch. */
export const today = (now: number): PlainDate => new Date(now).toISOString().slice(0, 10)

export const addDays = (date: PlainDate, days: number): PlainDate => today(Date.parse(date) + days * dayMs)

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** The same day of the month so many months on, or the month's last day where it has no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const start = new Date(date)
  const firstOfMonth = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1)
  const lastOfMonth = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0)
  return today(Math.min(firstOfMonth + (start.getUTCDate() - 1) * dayMs, lastOfMonth))
}

/** So many days on, counting Monday to Friday; public holidays differ by country and are not known here. */
export function addBusinessDays(date: PlainDate, days: number): PlainDate {
  let reached = date
  for (let left = days; left > 0; left -= isBusinessDay(reached) ? 1 : 0) reached = addDays(reached, 1)
  return reached
}

export const isBusinessDay = (date: PlainDate): boolean => ![0, 6].includes(new Date(date).getUTCDay())

/** The first yearly return of `first` that comes after `after`; 29 February returns on the 28th in other years. */
export function anniversary(first: PlainDate, after: PlainDate): PlainDate {
  let years = Math.max(1, Number(after.slice(0, 4)) - Number(first.slice(0, 4)))
  while (addMonths(first, years * 12) <= after) years += 1
  return addMonths(first, years * 12)
}
