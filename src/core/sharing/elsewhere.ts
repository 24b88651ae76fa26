import type { LoggedEvent } from '../company/company-event.ts'
import { guestId, homeOf } from './guest-id.ts'

/** Somebody as one tenant knows them. */
export interface Known {
  readonly tenant: string
  readonly person: string
}

/** Companies that a tenant has worked on, by its own log. */
export const hostsIn = (log: readonly LoggedEvent[]): string[] => [
  ...new Set(log.flatMap(({ event }) => (event.type === 'CompanyJoined' ? [event.host.tenant] : []))),
]

/** Where somebody is at home who is or was a guest here, by the company's log; undefined for its own people. */
export function homeIn(log: readonly LoggedEvent[], person: string): Known | undefined {
  const guests = log.flatMap(({ event }) =>
    event.type === 'TenantAdmitted' ? [{ tenant: event.tenant }] : [],
  )
  return homeOf({ guests }, person)
}

/** As what other tenants may know somebody, now or from earlier: a guest at home, and all others where they were guests. */
export function elsewhere({ tenant, person }: Known, log: readonly LoggedEvent[]): Known[] {
  const home = homeIn(log, person)
  if (home) return [home]
  return hostsIn(log).map((host) => ({ tenant: host, person: guestId(tenant, person) }))
}
