import { z } from 'zod'
import type { PlainDate } from './calendar.ts'

/** Minutes since midnight on a wall clock. */
export type Minutes = number

export interface LocalTime {
  readonly date: PlainDate
  readonly minutes: Minutes
}

/** What the wall clocks of the world show; daylight saving and its law-makers are its business. */
export interface Zones {
  /** What a clock there shows at an instant, in milliseconds since the epoch. */
  local(instant: number, timeZone: string): LocalTime
  /** The first instant of a day at which a clock there shows this time, or a later one where the time is left out. */
  instant(date: PlainDate, minutes: Minutes, timeZone: string): number
  /** Whether there is such a zone. */
  has(timeZone: string): boolean
}

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** When somebody wants to hear from the bot: the rest is quiet. */
export const hoursSchema = z.object({
  /** Local 'HH:MM', the first minute. */
  from: clockTime,
  /** Local 'HH:MM', later than `from`: the first minute that is quiet again. */
  until: clockTime,
  /** ISO weekdays: 1 is Monday, 7 is Sunday. */
  days: z.array(z.int().min(1).max(7)).min(1),
})
export type Hours = z.infer<typeof hoursSchema>

export const usualHours: Hours = { from: '09:00', until: '17:00', days: [1, 2, 3, 4, 5] }
