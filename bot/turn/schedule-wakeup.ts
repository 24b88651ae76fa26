import type { Wakeup, Wakeups } from '../../src/store/ports.ts'
import { nextWake } from './next-wakeup.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** Milliseconds, on the bot's clock, after which an overdue wake-up counts as lost. */
const lostAfter = 600_000

/** Outcome of the turn that needed the wake-up. */
export type CommitOutcome = 'committed' | 'conflict'

/**
 * Schedules the wake-up that the changes need before their commit, unless an earlier one is pending. Returns a function
 * that cancels the superfluous wake-up, given the outcome.
 */
export async function scheduleWakeup(
  { wakeups, retention }: { readonly wakeups: Wakeups; readonly retention: number },
  work: UnitOfWork,
): Promise<(outcome: CommitOutcome) => Promise<void>> {
  const { wakeup: known } = work.recipients.roster
  const at = work.hasNews ? nextWake(work.reminderContext, work.recipients.roster, retention) : undefined
  if (at === undefined || (known && known.at <= at && known.at > work.now - lostAfter))
    return async () => undefined
  const next = await wakeups.schedule(work.reminderContext.company.tenant, at)
  work.recipients.wakeAt(next)
  return (outcome) => cancel(wakeups, outcome === 'committed' ? known : next)
}

async function cancel(wakeups: Wakeups, wakeup: Pick<Wakeup, 'id'> | undefined): Promise<void> {
  if (wakeup) await wakeups.cancel(wakeup.id)
}
