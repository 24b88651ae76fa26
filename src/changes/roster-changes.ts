import type { Delivery } from '../core/conversation/conversation.ts'
import { type Deletion, isSameOrder } from '../core/privacy/deletion.ts'
import { withOrder } from '../core/privacy/deletion-orders.ts'
import { type Listener, newRoster, type Roster, withWakeup } from '../core/reminders/roster.ts'
import { dayMs } from '../core/time/calendar.ts'
import type { Clock, NewId, Store, Wakeups } from '../store/ports.ts'
import { insist } from './optimistic-retry.ts'
import { changeAside, type Glance } from './outside-turn.ts'

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

/** Services to note that a person cannot be reached any more. */
export interface PartingServices extends Keeping {
  readonly clock: Clock
  readonly wakeups: Pick<Wakeups, 'schedule'>
  /** Milliseconds for which data are kept of people who are gone. */
  readonly retention: number
}

type There = Pick<Delivery, 'tenant' | 'address'>

/** Nobody can be reached there any more, until they write again. */
export function partFrom(services: PartingServices, there: There): Promise<void> {
  return changeRoster(services, there.tenant, async (roster) => {
    const lost = listenerAt(roster, there)
    return lost && lost[1].goneSince === undefined ? withoutReach(services, roster, lost, there) : undefined
  })
}

/**
 * Notes that the channel refused a message there and named no reason. True when the address is given up: it did so for a
 * day, or longer ago.
 */
export async function noteRefusal(services: PartingServices, there: There): Promise<boolean> {
  let isOver = false
  await changeRoster(services, there.tenant, async (roster) => {
    const lost = listenerAt(roster, there)
    if (!lost) return undefined
    const { goneSince, refusedSince } = lost[1]
    const now = services.clock()
    isOver = goneSince !== undefined || (refusedSince !== undefined && now - refusedSince >= dayMs)
    if (goneSince !== undefined) return undefined
    if (isOver) return withoutReach(services, roster, lost, there)
    return refusedSince === undefined ? withListener(roster, lost, { refusedSince: now }) : undefined
  })
  return isOver
}

/** Notes that a message got through there: earlier refusals were mistakes. */
export function noteReached(services: Keeping, there: There): Promise<void> {
  return changeRoster(services, there.tenant, async (roster) => {
    const found = listenerAt(roster, there)
    return found?.[1].refusedSince === undefined
      ? undefined
      : withListener(roster, found, { refusedSince: undefined })
  })
}

/** Of two entries with one chat, the one that is not gone: a person may be there by an earlier id, too. */
function listenerAt({ people }: Roster, { address }: There): [string, Listener] | undefined {
  const there = Object.entries(people).filter(
    ([, listener]) => listener.address.conversation === address.conversation,
  )
  return there.find(([, { goneSince }]) => goneSince === undefined) ?? there[0]
}

const withListener = (
  roster: Roster,
  [person, listener]: readonly [string, Listener],
  change: Partial<Listener>,
): Roster => ({ ...roster, people: { ...roster.people, [person]: { ...listener, ...change } } })

async function withoutReach(
  { clock, wakeups, retention }: PartingServices,
  roster: Roster,
  lost: readonly [string, Listener],
  { tenant }: There,
): Promise<Roster> {
  const now = clock()
  const left = withListener(roster, lost, { goneSince: now, refusedSince: undefined })
  return left.wakeup ? left : withWakeup(left, await wakeups.schedule(tenant, now + retention))
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
