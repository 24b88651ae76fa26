import { IANAZone } from 'luxon'
import { dayMs } from '../core/time/calendar.ts'
import type { Zones } from '../core/time/local-time.ts'

const minute = 60_000
/** How many days of one zone are remembered. */
const mostDays = 4000

/**
 * Time zones as this machine's time-zone data know them. Where clocks are put forward, a time that is left out stands
 * for the first one after it; where they are put back, a time that comes twice stands for its first coming. Throws
 * RangeError for a zone that there is not.
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
    // No zone is further than a day from UTC, and none changes its clocks twice within two days.
    const offsets = [zone.offset(asked - dayMs), zone.offset(asked + dayMs)]
    const guesses = offsets.map((offset) => asked - offset * minute).sort((one, other) => one - other)
    const [earliest = asked, latest = asked] = guesses
    return guesses.find((guess) => wall(guess, zone) === asked) ?? leap(earliest, latest, asked, zone)
  },
  has: (timeZone) => known.has(timeZone) || (/^[A-Za-z]/.test(timeZone) && IANAZone.isValidZone(timeZone)),
}

/** A zone that remembers its offset by the day, in UTC, because asking for one takes longer than all the reckoning. */
class Zone {
  readonly #zone: IANAZone
  readonly #offsets = new Map<number, number>()

  constructor(zone: IANAZone) {
    this.#zone = zone
  }

  /** Minutes from UTC. Where a day begins and ends alike its clocks did not change: none changes twice in a day. */
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

/** What a clock shows, written as if it were UTC. */
const wall = (instant: number, zone: Zone): number => instant + zone.offset(instant) * minute

/** The minute between the two at which clocks leap over what was asked. */
function leap(before: number, after: number, asked: number, zone: Zone): number {
  if (after - before <= minute) return after
  const middle = before + Math.floor((after - before) / 2 / minute) * minute
  return wall(middle, zone) < asked ? leap(middle, after, asked, zone) : leap(before, middle, asked, zone)
}
