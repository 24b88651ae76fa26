import { addDays, type PlainDate } from '../time/calendar.ts'
import { type Hours, type Minutes, usualHours, type Zones } from '../time/local-time.ts'
import type { Recipient } from './roster.ts'
import type { Stage } from './schedule.ts'

/** Days to search: a working day comes within a week, and a clock change skips its hours at most once. */
const farthestDays = 14
const minute = 60_000

/** Hours in which one person wants messages. Instants are milliseconds since the epoch. */
export interface ContactHours {
  /** Returns the instant, or the next one within the person's hours; Infinity if there is none. */
  next(instant: number): number
  /**
   * Returns the instant of a stage: the start of hours on its day, or on the nearest working day after it, before it
   * if `early`.
   */
  reached(stage: Stage): number
  /** Returns the first instant of a day in the person's zone. */
  begin(date: PlainDate): number
  /** Returns the day in the person's zone. */
  day(instant: number): PlainDate
}

/** Creates a person's contact hours, in UTC if their zone is unknown. */
export function contactHoursOf(zones: Zones, recipient: Pick<Recipient, 'timeZone' | 'hours'>): ContactHours {
  const { timeZone = 'UTC', hours = usualHours } = recipient
  return new Week(zones, zones.has(timeZone) ? timeZone : 'UTC', isSound(hours) ? hours : usualHours)
}

const isSound = ({ from, until, days }: Hours) => minutesOf(from) < minutesOf(until) && days.length > 0

function minutesOf(clockTime: string): Minutes {
  const [hours = 0, minutes = 0] = clockTime.split(':').map(Number)
  return hours * 60 + minutes
}

class Week implements ContactHours {
  readonly #zones: Zones
  readonly #zone: string
  readonly #days: readonly number[]
  readonly #from: Minutes
  readonly #until: Minutes

  constructor(zones: Zones, zone: string, { from, until, days }: Hours) {
    this.#zones = zones
    this.#zone = zone
    this.#days = days
    this.#from = minutesOf(from)
    this.#until = minutesOf(until)
  }

  next(instant: number): number {
    if (this.#isWelcome(instant)) return instant
    const { date, minutes } = this.#zones.local(instant, this.#zone)
    const start = this.#start(date)
    // After a clock is set back, a time before the hours may occur again.
    const today = start > instant ? start : instant - (instant % minute) + (this.#from - minutes) * minute
    return today > instant && this.#isWelcome(today) ? today : this.#first(addDays(date, 1), 1)
  }

  reached({ on, early }: Stage): number {
    return early ? this.#first(on, -1) : this.next(this.begin(on))
  }

  begin(date: PlainDate): number {
    return this.#zones.instant(date, 0, this.#zone)
  }

  day(instant: number): PlainDate {
    return this.#zones.local(instant, this.#zone).date
  }

  /** Returns the start of hours on the nearest day that has them, forward or back. */
  #first(date: PlainDate, step: 1 | -1): number {
    for (let days = 0; days <= farthestDays; days += 1) {
      const start = this.#start(addDays(date, days * step))
      if (this.#isWelcome(start)) return start
    }
    return Number.POSITIVE_INFINITY
  }

  #start(date: PlainDate): number {
    return this.#zones.instant(date, this.#from, this.#zone)
  }

  /** Once the hours have ended they stay ended, even if clocks are set back. */
  #isWelcome(instant: number): boolean {
    const { date, minutes } = this.#zones.local(instant, this.#zone)
    if (!this.#days.includes(weekday(date)) || minutes < this.#from) return false
    return instant < this.#zones.instant(date, this.#until, this.#zone)
  }
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
const weekday = (date: PlainDate): number => new Date(date).getUTCDay() || 7
