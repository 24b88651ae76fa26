import { type OutsideTurnServices, recordOutsideTurn } from '../../src/changes/record-outside-turn.ts'
import type { Company } from '../../src/core/company/company.ts'
import type { Person } from '../../src/core/people/person.ts'
import { guestId } from '../../src/core/sharing/guest-id.ts'
import { guestOf } from '../../src/core/sharing/joining.ts'
import type { Snapshot, TurnKeys, Wakeups } from '../../src/store/ports.ts'

/** Own company of a guest of a company that their tenant joined. */
export interface Home {
  readonly company: Company
  /** The person's id there, and their stored data. */
  readonly person: string
  readonly known: Person | undefined
}

/** Documents that a turn starts from. */
export interface Opened {
  readonly keys: TurnKeys
  readonly snapshot: Snapshot
  readonly home?: Home
}

export interface JoinedServices extends OutsideTurnServices {
  readonly wakeups: Pick<Wakeups, 'schedule'>
}

/**
 * Opens the company that the tenant joined, or else its own. Undefined if the joined company no longer has the tenant:
 * it is back in its own company, and the turn must restart.
 */
export async function openJoined(
  services: JoinedServices,
  open: (keys: TurnKeys) => Promise<Snapshot>,
  keys: TurnKeys,
): Promise<Opened | undefined> {
  const own = await open(keys)
  const { host } = own.company.value ?? {}
  if (own.handled || !host || !own.company.value) return { keys, snapshot: own }
  const guestKeys = { ...keys, tenant: host.tenant, person: guestId(keys.tenant, keys.person) }
  const snapshot = await open(guestKeys)
  if (!guestOf(snapshot.company.value, own.company.value)) {
    await comeHome(services, own.company.value)
    return undefined
  }
  const home = { company: own.company.value, person: keys.person, known: own.person.value }
  return { keys: guestKeys, snapshot, home }
}

/** Returns a tenant to its own company if the joined one has removed it; returns whether it did. */
export async function comeHomeIfParted(
  services: JoinedServices,
  company: Company | undefined,
): Promise<boolean> {
  if (!company?.host) return false
  const host = await services.store.glance(company.host.tenant)
  if (guestOf(host.company.value, company)) return false
  await comeHome(services, company)
  return true
}

/** Schedules the wake-ups of its own company again. */
async function comeHome(services: JoinedServices, { tenant, host }: Company): Promise<void> {
  if (!host) return
  await services.wakeups.schedule(tenant, services.clock())
  await recordOutsideTurn(
    services,
    tenant,
    { type: 'ReturnHome', host },
    { id: 'rewards-guide', name: 'Rewards Guide' },
  )
}

/** Data of a guest from their own company, without the key to downloads there. */
export function atHome(home: Home | undefined): Person | undefined {
  if (!home?.known) return undefined
  const { download: _, ...person } = home.known
  return person
}
