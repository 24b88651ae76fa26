import { IANAZone } from 'luxon'
import { dayMs } from '../core/time/calendar.ts'
import type { Zones } from '../core/time/local-time.ts'

const minute = 60_000
/** Days remembered per zone. */
const mostDays = 4000

/**
 * Time zones by this machine's time-zone data. A skipped local time is the next existing one; a repeated one is its
 * first occurrence. Throws RangeError for an unknown zone.
 */
export const zones: Zones = {
  local(instant, timeZone) {
    const shown = new Date(wall(instant, zoneOf(timeZone)))
    return {
      date: shown.toISOString().slice(0, 10),
      minutes: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
    }
  },
  instant(date, minutes, timeZone) {
    const zone = zoneOf(timeZone)
    const asked = Date.parse(date) + minutes * minute
    // Zones are at most a day from UTC and change at most once in two days.
    const offsets = [zone.offset(asked - dayMs), zone.offset(asked + dayMs)]
    const guesses = offsets.map((offset) => asked - offset * minute).sort((one, other) => one - other)
    const [earliest = asked, latest = asked] = guesses
    return guesses.find((guess) => wall(guess, zone) === asked) ?? leap(earliest, latest, asked, zone)
  },
  has: (timeZone) => known.has(timeZone) || (/^[A-Za-z]/.test(timeZone) && IANAZone.isValidZone(timeZone)),
}

/** Zone that caches its offset per UTC day, as each query is slow. */
class Zone {
  readonly #zone: IANAZone
  readonly #offsets = new Map<number, number>()

  constructor(zone: IANAZone) {
    this.#zone = zone
  }

  /** Returns minutes from UTC. A day with equal offsets at both ends has no change, as none has two. */
  offset(instant: number): number {
    const start = Math.floor(instant / dayMs) * dayMs
    const offset = this.#remembered(start)
    return offset === this.#remembered(start + dayMs) ? offset : this.#zone.offset(instant)
  }

  #remembered(instant: number): number {
    const known = this.#offsets.get(instant)
    if (known !== undefined) return known
    if (this.#offsets.size >= mostDays) this.#offsets.clear()
    const offset = this.#zone.offset(instant)
    this.#offsets.set(instant, offset)
    return offset
  }
}

const known = new Map<string, Zone>()

function zoneOf(name: string): Zone {
  const found = known.get(name)
  if (found) return found
  const zone = IANAZone.create(name)
  if (!zone.isValid) throw new RangeError(`There is no time zone '${name}'`)
  const made = new Zone(zone)
  known.set(name, made)
  return made
}

/** Returns the wall-clock time as if it were UTC. */
const wall = (instant: number, zone: Zone): number => instant + zone.offset(instant) * minute

/** Finds the minute at which the clock skips the requested time. */
function leap(before: number, after: number, asked: number, zone: Zone): number {
  if (after - before <= minute) return after
  const middle = before + Math.floor((after - before) / 2 / minute) * minute
  return wall(middle, zone) < asked ? leap(middle, after, asked, zone) : leap(before, middle, asked, zone)
}
