import { deletionsOf } from '../../src/core/privacy/deletion-orders.ts'
import type { ReminderContext } from '../../src/core/reminders/audience.ts'
import { nextCheck } from '../../src/core/reminders/reminder.ts'
import type { Roster } from '../../src/core/reminders/roster.ts'

/** The first instant at which something is due in a company, or is to be deleted. `retention` in milliseconds. */
export function nextWake(
  reminderContext: ReminderContext,
  roster: Roster,
  retention: number,
): number | undefined {
  const look = nextCheck(reminderContext, roster)
  const deletions = deletionsOf(roster, retention).map(({ due }) => due)
  const next = Math.min(...deletions, ...(look === undefined ? [] : [look]))
  return Number.isFinite(next) ? next : undefined
}
