import type { Delivery } from '../core/conversation/conversation.ts'
import { type Deletion, isSameOrder } from '../core/privacy/deletion.ts'
import { withOrder } from '../core/privacy/deletion-orders.ts'
import { newRoster, type Recipient, type Roster, withWakeup } from '../core/reminders/roster.ts'
import { dayMs } from '../core/time/calendar.ts'
import type { Clock, NewId, Store, Wakeups } from '../store/ports.ts'
import { untilCommitted } from './optimistic-retry.ts'
import { changeOutsideTurn, type Glance } from './outside-turn.ts'

interface Keeping {
  readonly store: Store
  readonly newId: NewId
}

/** Changes a company's roster outside a turn; `alter` returns undefined to change nothing. Throws StoreError. */
export async function changeRoster(
  { store, newId }: Keeping,
  tenant: string,
  alter: (roster: Roster, company: Glance['company']['value']) => Promise<Roster | undefined>,
): Promise<void> {
  await untilCommitted('The roster could not be changed', async () => {
    const glance = await store.glance(tenant)
    const roster = await alter(glance.roster.value ?? newRoster, glance.company.value)
    if (!roster) return 'as it was'
    const outcome = await store.commit(changeOutsideTurn(tenant, newId(), glance, { write: { roster } }))
    return outcome === 'committed' ? outcome : undefined
  })
}

/** Dependencies of recording that a person cannot be reached. */
export interface PartingServices extends Keeping {
  readonly clock: Clock
  readonly wakeups: Pick<Wakeups, 'schedule'>
  /** Milliseconds for which data of people who left are kept. */
  readonly retention: number
}

type There = Pick<Delivery, 'tenant' | 'address'>

/** Records that the person at an address is unreachable until they write again. */
export function partFrom(services: PartingServices, there: There): Promise<void> {
  return changeRoster(services, there.tenant, async (roster) => {
    const lost = recipientAt(roster, there)
    return lost && lost[1].goneSince === undefined ? withoutReach(services, roster, lost, there) : undefined
  })
}

/** Records an unexplained rejection by the channel. True if the address is given up: rejections have lasted a day. */
export async function noteRefusal(services: PartingServices, there: There): Promise<boolean> {
  let isOver = false
  await changeRoster(services, there.tenant, async (roster) => {
    const lost = recipientAt(roster, there)
    if (!lost) return undefined
    const { goneSince, refusedSince } = lost[1]
    const now = services.clock()
    isOver = goneSince !== undefined || (refusedSince !== undefined && now - refusedSince >= dayMs)
    if (goneSince !== undefined) return undefined
    if (isOver) return withoutReach(services, roster, lost, there)
    return refusedSince === undefined ? withRecipient(roster, lost, { refusedSince: now }) : undefined
  })
  return isOver
}

/** Clears earlier rejections after a delivered message. */
export function noteReached(services: Keeping, there: There): Promise<void> {
  return changeRoster(services, there.tenant, async (roster) => {
    const found = recipientAt(roster, there)
    return found?.[1].refusedSince === undefined
      ? undefined
      : withRecipient(roster, found, { refusedSince: undefined })
  })
}

/** Finds the recipient of a chat; prefers one that is not gone, as a person may also have an earlier id. */
function recipientAt({ people }: Roster, { address }: There): [string, Recipient] | undefined {
  const there = Object.entries(people).filter(
    ([, recipient]) => recipient.address.conversation === address.conversation,
  )
  return there.find(([, { goneSince }]) => goneSince === undefined) ?? there[0]
}

const withRecipient = (
  roster: Roster,
  [person, recipient]: readonly [string, Recipient],
  change: Partial<Recipient>,
): Roster => ({ ...roster, people: { ...roster.people, [person]: { ...recipient, ...change } } })

async function withoutReach(
  { clock, wakeups, retention }: PartingServices,
  roster: Roster,
  lost: readonly [string, Recipient],
  { tenant }: There,
): Promise<Roster> {
  const now = clock()
  const left = withRecipient(roster, lost, { goneSince: now, refusedSince: undefined })
  return left.wakeup ? left : withWakeup(left, await wakeups.schedule(tenant, now + retention))
}

/**
 * Orders a deletion and its wake-up, which repeats until it is done. Keeps an existing order that is not later.
 * Throws StoreError.
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
