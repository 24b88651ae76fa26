import { z } from 'zod'
import type { PlainDate } from './calendar.ts'

/** Minutes since midnight on a wall clock. */
export type Minutes = number

/** Wall-clock time. */
export interface LocalTime {
  readonly date: PlainDate
  readonly minutes: Minutes
}

/** Conversion between instants and wall-clock times, including daylight saving. */
export interface Zones {
  /** Returns the wall-clock time of an instant in milliseconds since the epoch. */
  local(instant: number, timeZone: string): LocalTime
  /** Returns the first instant with this wall-clock time, or the next existing one if it is skipped. */
  instant(date: PlainDate, minutes: Minutes, timeZone: string): number
  /** Tells whether the zone exists. */
  has(timeZone: string): boolean
}

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Hours in which a person wants messages. */
export const hoursSchema = z.object({
  /** First minute as local 'HH:MM'. */
  from: clockTime,
  /** First quiet minute again as local 'HH:MM', later than `from`. */
  until: clockTime,
  /** ISO weekdays: 1 is Monday, 7 is Sunday. */
  days: z.array(z.int().min(1).max(7)).min(1),
})
export type Hours = z.infer<typeof hoursSchema>

/** Default hours. */
export const usualHours: Hours = { from: '09:00', until: '17:00', days: [1, 2, 3, 4, 5] }
