import type { LoggedEvent } from '../company/company-event.ts'
import { guestId, homeOf } from './guest-id.ts'

/** A person's id in one tenant. */
export interface Known {
  readonly tenant: string
  readonly person: string
}

/** Lists the companies that a tenant joined, by its own log. */
export const hostsIn = (log: readonly LoggedEvent[]): string[] => [
  ...new Set(log.flatMap(({ event }) => (event.type === 'CompanyJoined' ? [event.host.tenant] : []))),
]

/** Returns the home of a current or former guest, by the company's log; undefined for the company's own people. */
export function homeIn(log: readonly LoggedEvent[], person: string): Known | undefined {
  const guests = log.flatMap(({ event }) =>
    event.type === 'TenantAdmitted' ? [{ tenant: event.tenant }] : [],
  )
  return homeOf({ guests }, person)
}

/** Lists a person's ids in other tenants, current or former: the home of a guest, else their ids as a guest. */
export function elsewhere({ tenant, person }: Known, log: readonly LoggedEvent[]): Known[] {
  const home = homeIn(log, person)
  if (home) return [home]
  return hostsIn(log).map((host) => ({ tenant: host, person: guestId(tenant, person) }))
}
