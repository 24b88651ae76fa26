import type { Delivery } from '../src/core/conversation.ts'
import { type Deletion, isSameOrder, withOrder } from '../src/core/deletion.ts'
import { newRoster, type Roster } from '../src/core/roster.ts'
import type { Clock, NewId, Store, Wakeups } from '../src/ports.ts'
import { changeAside, type Glance } from './change.ts'
import { insist } from './overtaken.ts'
import { withWakeup } from './roll.ts'

interface Keeping {
  readonly store: Store
  readonly newId: NewId
}

/** Changes a company's roster outside of any conversation, as long as `alter` sees a reason to. */
export async function changeRoster(
  { store, newId }: Keeping,
  tenant: string,
  alter: (roster: Roster, company: Glance['company']['value']) => Promise<Roster | undefined>,
): Promise<void> {
  await insist('The roster could not be changed', async () => {
    const glance = await store.glance(tenant)
    const roster = await alter(glance.roster.value ?? newRoster, glance.company.value)
    if (!roster) return 'as it was'
    const outcome = await store.commit(changeAside(tenant, newId(), glance, { write: { roster } }))
    return outcome === 'committed' ? outcome : undefined
  })
}

/** Nobody can be reached there any more, until they write again. */
export function partFrom(
  services: Keeping & {
    readonly clock: Clock
    readonly wakeups: Wakeups
    /** Milliseconds for which data are kept of people who are gone. */
    readonly retention: number
  },
  { tenant, address }: Pick<Delivery, 'tenant' | 'address'>,
): Promise<void> {
  const { clock, wakeups, retention } = services
  return changeRoster(services, tenant, async (roster) => {
    const now = clock()
    const left = withoutReach(roster, address.conversation, now)
    if (!left || left.wakeup) return left
    return withWakeup(left, await wakeups.schedule(tenant, now + retention))
  })
}

function withoutReach(roster: Roster, conversation: string, now: number): Roster | undefined {
  const lost = Object.entries(roster.people).find(([, { address }]) => address.conversation === conversation)
  if (!lost || lost[1].goneSince !== undefined) return undefined
  const [person, listener] = lost
  return { ...roster, people: { ...roster.people, [person]: { ...listener, goneSince: now } } }
}

/**
 * Orders a deletion with a wake-up, which comes again until it is done. One that is ordered already stays, if it is not
 * later. Throws StoreError.
 */
export function orderDeletion(
  services: Keeping & { readonly wakeups: Pick<Wakeups, 'schedule'> },
  tenant: string,
  order: Deletion,
): Promise<void> {
  return changeRoster(services, tenant, async (roster) => {
    const isOrdered = roster.deletions?.some((each) => isSameOrder(each, order) && each.due <= order.due)
    const next = isOrdered ? roster : withOrder(roster, order)
    return withWakeup(next, await services.wakeups.schedule(tenant, order.due))
  })
}
