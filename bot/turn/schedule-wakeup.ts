import type { Wakeup, Wakeups } from '../../src/store/ports.ts'
import { nextWake } from './next-wakeup.ts'
import type { Desk } from './unit-of-work.ts'

/** Milliseconds, by the bot's clock, after which a wake-up that should have come is taken for lost. */
const patience = 600_000

/** What became of the turn that needed the wake-up. */
export type Outcome = 'committed' | 'conflict'

/**
 * Schedules the wake-up that a desk's changes need, before they are committed, unless an earlier one waits. What it
 * gives is told the outcome: of two wake-ups only one is needed.
 */
export async function setAlarm(
  { wakeups, retention }: { readonly wakeups: Wakeups; readonly retention: number },
  desk: Desk,
): Promise<(outcome: Outcome) => Promise<void>> {
  const { wakeup: known } = desk.roll.roster
  const at = desk.hasNews ? nextWake(desk.scene, desk.roll.roster, retention) : undefined
  if (at === undefined || (known && known.at <= at && known.at > desk.now - patience))
    return async () => undefined
  const next = await wakeups.schedule(desk.scene.company.tenant, at)
  desk.roll.wakeAt(next)
  return (outcome) => cancel(wakeups, outcome === 'committed' ? known : next)
}

async function cancel(wakeups: Wakeups, wakeup: Pick<Wakeup, 'id'> | undefined): Promise<void> {
  if (wakeup) await wakeups.cancel(wakeup.id)
}
