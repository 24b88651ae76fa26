import { addDays } from '../time/calendar.ts'
import type { ContactHours } from './contact-hours.ts'
import type { Recipient } from './roster.ts'
import type { Schedule } from './schedule.ts'

/** A rung, by its index, and the instant at which it is spoken of. */
export interface NextNotice {
  readonly stage: number
  readonly at: number
}

/**
 * When a person is told of a matter next, from an instant on: the first rung they were not told yet, with those that
 * were reached meanwhile; after a snooze the rung that they were told already, once more. None when all was told, or
 * when the matter is over before.
 */
export function nextNotice(
  schedule: Schedule,
  recipient: Recipient,
  contactHours: ContactHours,
  now: number,
): NextNotice | undefined {
  const { key, stages } = schedule
  const snoozed = recipient.snoozed[key]
  const next = snoozed === undefined ? (recipient.told[key]?.rung ?? -1) + 1 : 0
  const stage = stages[next]
  if (!stage) return undefined
  const at = contactHours.next(Math.max(now, snoozed ?? now, contactHours.reached(stage)))
  if (at >= endOf(schedule, contactHours)) return undefined
  return { stage: next + countReached(stages.slice(next + 1), contactHours, at), at }
}

function countReached(stages: Schedule['stages'][number][], contactHours: ContactHours, at: number): number {
  const ahead = stages.findIndex((stage) => contactHours.reached(stage) > at)
  return ahead === -1 ? stages.length : ahead
}

/** The first instant after the last day of a matter; Infinity where time does not end it. */
export const endOf = ({ lastDay }: Schedule, contactHours: ContactHours): number =>
  lastDay === undefined ? Number.POSITIVE_INFINITY : contactHours.begin(addDays(lastDay, 1))
