import { guestId, homeOf } from '../../src/core/guest-id.ts'
import type { Store } from '../../src/ports.ts'

/** Whom to delete: a person of a company, or, without one, the company. */
export interface Subject {
  readonly tenant: string
  readonly person: string | undefined
}

/** The same person in all tenants where they are known: first where they are a guest, as their own is told of that. */
export async function subjectsOf(store: Pick<Store, 'glance'>, subject: Subject): Promise<Subject[]> {
  const { tenant, person } = subject
  const company = (await store.glance(tenant)).company.value
  if (person === undefined || !company) return [subject]
  const { host } = company
  if (host) return [{ tenant: host.tenant, person: guestId(tenant, person) }, subject]
  const home = homeOf(company, person)
  return home ? [subject, home] : [subject]
}
