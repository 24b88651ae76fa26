import type { ReminderTopic, Schedule } from './schedule.ts'

/** Topics that come back with each anniversary. */
const yearly: readonly ReminderTopic[] = ['refresh', 'renewal', 'tier-review', 'allowance-end']

/** Selects the schedules worth listing: of a topic that comes back each year only the earliest. */
export function nearest(schedules: readonly Schedule[]): Schedule[] {
  return schedules.filter(
    (each) =>
      !yearly.includes(each.kind) ||
      schedules.every((other) => other.kind !== each.kind || firstDay(each) <= firstDay(other)),
  )
}

const firstDay = ({ stages: [{ on }] }: Schedule) => on
