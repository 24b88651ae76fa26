import { addDays } from '../time/calendar.ts'
import type { Rhythm } from './contact-hours.ts'
import type { Listener } from './roster.ts'
import type { Ladder } from './schedule.ts'

/** A rung, by its index, and the instant at which it is spoken of. */
export interface Telling {
  readonly rung: number
  readonly at: number
}

/**
 * When a person is told of a matter next, from an instant on: the first rung they were not told yet, with those that
 * were reached meanwhile; after a snooze the rung that they were told already, once more. None when all was told, or
 * when the matter is over before.
 */
export function nextTelling(
  ladder: Ladder,
  listener: Listener,
  rhythm: Rhythm,
  now: number,
): Telling | undefined {
  const { key, rungs } = ladder
  const snoozed = listener.snoozed[key]
  const next = snoozed === undefined ? (listener.told[key]?.rung ?? -1) + 1 : 0
  const rung = rungs[next]
  if (!rung) return undefined
  const at = rhythm.next(Math.max(now, snoozed ?? now, rhythm.reached(rung)))
  if (at >= endOf(ladder, rhythm)) return undefined
  return { rung: next + countReached(rungs.slice(next + 1), rhythm, at), at }
}

function countReached(rungs: Ladder['rungs'][number][], rhythm: Rhythm, at: number): number {
  const ahead = rungs.findIndex((rung) => rhythm.reached(rung) > at)
  return ahead === -1 ? rungs.length : ahead
}

/** The first instant after the last day of a matter; Infinity where time does not end it. */
export const endOf = ({ lastDay }: Ladder, rhythm: Rhythm): number =>
  lastDay === undefined ? Number.POSITIVE_INFINITY : rhythm.begin(addDays(lastDay, 1))
