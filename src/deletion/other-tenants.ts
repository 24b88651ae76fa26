import { type OutsideTurnServices, recordOutsideTurn } from '../changes/record-outside-turn.ts'
import { orderDeletion } from '../changes/roster-changes.ts'
import { newCompany } from '../core/company/company.ts'
import { type Deletion, dueSoon, isSameOrder } from '../core/privacy/deletion.ts'
import { elsewhere, homeIn, hostsIn } from '../core/sharing/ids-elsewhere.ts'
import { type CompanyFile, companyFileOf } from '../personal-data/company-file.ts'
import { idsFrom, isKnown } from '../personal-data/known-person.ts'
import type { StoredData } from '../personal-data/stored-data.ts'
import type { Wakeups } from '../store/ports.ts'

/** Dependencies of deletions in other tenants. */
export interface OtherTenantsServices extends OutsideTurnServices {
  readonly storedData: Pick<StoredData, 'of'>
  readonly wakeups: Pick<Wakeups, 'schedule'>
}

/** Runs before a deletion, and again whenever the deletion is retried. */
export type NotifyOtherTenants = (tenant: string, file: CompanyFile, deletion: Deletion) => Promise<void>

type OfPerson = Extract<Deletion, { what: 'person' }>

/**
 * Follows up a deletion in other tenants: a person may have data at home and as a guest; guests of a deleted company
 * return home, and its people stop being guests elsewhere.
 */
export function createNotifyOtherTenants(services: OtherTenantsServices): NotifyOtherTenants {
  return async (tenant, file, deletion) => {
    if (deletion.what === 'log') return
    if (deletion.what === 'person') return deleteElsewhere(services, tenant, file, deletion)
    const soon = dueSoon(services.clock())
    for (const guest of file.company?.document.guests ?? [])
      await services.wakeups.schedule(guest.tenant, soon)
    for (const host of hostsIn(file.log)) await leave(services, tenant, host)
  }
}

async function deleteElsewhere(
  services: OtherTenantsServices,
  tenant: string,
  file: CompanyFile,
  deletion: OfPerson,
): Promise<void> {
  for (const other of elsewhere({ tenant, person: deletion.person }, file.log)) {
    const there = await companyFileOf(services.storedData.of(other.tenant))
    // Both sides notify each other, so a finished one must not start again.
    if (!isKnown(there, other.person) || !concerns(there, other.person, file, deletion)) continue
    const order = { ...deletion, due: services.clock(), person: other.person }
    await orderDeletion(services, other.tenant, order)
  }
}

/** Tells whether the deletion applies on the other side: a person gone or removed here may be active there. */
function concerns(there: CompanyFile, other: string, here: CompanyFile, deletion: OfPerson): boolean {
  const { deletions = [], people = {} } = here.roster?.document ?? {}
  if (deletions.some((each) => isSameOrder(each, deletion))) return true
  const home = homeIn(here.log, deletion.person)
  if (!home) return there.roster?.document.people[other]?.goneSince !== undefined
  const guest = here.company?.document.guests?.find(({ tenant }) => tenant === home.tenant)
  return guest !== undefined && (people[deletion.person]?.goneSince ?? 0) >= guest.since
}

/** Ends a deleted company's membership in a host, and its people's data there. */
async function leave(services: OtherTenantsServices, tenant: string, host: string): Promise<void> {
  const by = { id: 'rewards-guide', name: 'Rewards Guide', tenant }
  const home = { company: newCompany(tenant, services.programs.default.id), person: by.id }
  await recordOutsideTurn(services, host, { type: 'PartTenant', tenant }, by, home)
  const there = await companyFileOf(services.storedData.of(host))
  for (const person of idsFrom(there, tenant)) {
    const account = there.roster?.document.people[person]?.address.person.id ?? person
    await orderDeletion(services, host, { what: 'person', person, account, due: services.clock() })
  }
}
