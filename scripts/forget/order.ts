import { withWakeup } from '../../bot/roll.ts'
import { changeRoster } from '../../bot/roster-keeping.ts'
import { type Deletion, isSameOrder, withOrder } from '../../src/core/deletion.ts'
import type { NewId, Store, Wakeups } from '../../src/ports.ts'

/**
 * Orders a deletion as a chat does: with a wake-up, which comes again until it is done. One that is ordered already stays, if
 * it is not later. Throws StoreError.
 */
export function orderDeletion(
  services: { readonly store: Store; readonly wakeups: Wakeups; readonly newId: NewId },
  tenant: string,
  order: Deletion,
): Promise<void> {
  return changeRoster(services, tenant, async (roster) => {
    const isOrdered = roster.deletions?.some((each) => isSameOrder(each, order) && each.due <= order.due)
    const next = isOrdered ? roster : withOrder(roster, order)
    return withWakeup(next, await services.wakeups.schedule(tenant, order.due))
  })
}
