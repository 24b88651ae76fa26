import { addDays, type PlainDate } from '../time/calendar.ts'
import { type Hours, type Minutes, usualHours, type Zones } from '../time/local-time.ts'
import type { Recipient } from './roster.ts'
import type { Stage } from './schedule.ts'

/** A working day comes within a week, and clocks leap over its hours at most once. */
const farthestDays = 14
const minute = 60_000

/** When one person is glad to hear from the bot. Instants are milliseconds since the epoch. */
export interface ContactHours {
  /** The instant itself, or the first one after it within the person's hours. Infinity when there is none. */
  next(instant: number): number
  /** When a rung is reached: with the hours of its day, or of the nearest working day on the side it asks for. */
  reached(stage: Stage): number
  /** The first instant of a day. */
  begin(date: PlainDate): number
  /** The day that it is there. */
  day(instant: number): PlainDate
}

/** The rhythm of a person; in UTC while their zone is not known. */
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
    // Clocks that were put back may show a time before the hours once more.
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

  /** The first welcome moment of the nearest day that has one, looking onwards or back. */
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

  /** Where clocks are put back, quiet that has begun stays. */
  #isWelcome(instant: number): boolean {
    const { date, minutes } = this.#zones.local(instant, this.#zone)
    if (!this.#days.includes(weekday(date)) || minutes < this.#from) return false
    return instant < this.#zones.instant(date, this.#until, this.#zone)
  }
}

/** 1 is Monday, 7 is Sunday. */
const weekday = (date: PlainDate): number => new Date(date).getUTCDay() || 7
