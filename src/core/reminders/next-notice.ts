import { addDays } from '../time/calendar.ts'
import type { ContactHours } from './contact-hours.ts'
import type { Recipient } from './roster.ts'
import type { Schedule } from './schedule.ts'

/** Index of the next stage, and the instant of its notice in milliseconds. */
export interface NextNotice {
  readonly stage: number
  readonly at: number
  /** The person wished for it before the first stage is reached; that stage comes all the same. */
  readonly isEarly?: true
}

/**
 * Finds a person's next notice of a schedule from `now` on: the first undelivered stage, merged with later ones
 * reached by then; after a snooze the delivered one again, or the first one early. Undefined if all are delivered or
 * the schedule ends earlier.
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
  const at = contactHours.next(Math.max(now, snoozed ?? contactHours.reached(stage)))
  if (at >= endOf(schedule, contactHours)) return undefined
  const reached = next + countReached(stages.slice(next + 1), contactHours, at)
  return { stage: reached, at, ...(contactHours.reached(stage) > at && { isEarly: true }) }
}

function countReached(stages: Schedule['stages'][number][], contactHours: ContactHours, at: number): number {
  const ahead = stages.findIndex((stage) => contactHours.reached(stage) > at)
  return ahead === -1 ? stages.length : ahead
}

/** Returns the first instant after a schedule's last day; Infinity without one. */
export const endOf = ({ lastDay }: Schedule, contactHours: ContactHours): number =>
  lastDay === undefined ? Number.POSITIVE_INFINITY : contactHours.begin(addDays(lastDay, 1))
