import { deletionsOf } from '../../src/core/privacy/deletion-orders.ts'
import type { ReminderContext } from '../../src/core/reminders/audience.ts'
import { nextCheck } from '../../src/core/reminders/reminder.ts'
import type { Roster } from '../../src/core/reminders/roster.ts'

/** Time of the first reminder or deletion due in a company, milliseconds. `retention` in milliseconds. */
export function nextWake(
  reminderContext: ReminderContext,
  roster: Roster,
  retention: number,
): number | undefined {
  const check = nextCheck(reminderContext, roster)
  const deletions = deletionsOf(roster, retention).map(({ due }) => due)
  const next = Math.min(...deletions, ...(check === undefined ? [] : [check]))
  return Number.isFinite(next) ? next : undefined
}
