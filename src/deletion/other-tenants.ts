import { type OutsideTurnServices, recordOutsideTurn } from '../changes/record-outside-turn.ts'
import { orderDeletion } from '../changes/roster-changes.ts'
import { newCompany } from '../core/company/company.ts'
import { type Deletion, dueSoon, isSameOrder } from '../core/privacy/deletion.ts'
import { elsewhere, homeIn, hostsIn } from '../core/sharing/elsewhere.ts'
import { type CompanyFile, companyFileOf } from '../personal-data/company-file.ts'
import { idsFrom, isKnown } from '../personal-data/known-person.ts'
import type { StoredData } from '../personal-data/stored-data.ts'
import type { Wakeups } from '../store/ports.ts'

export interface OtherTenantsServices extends OutsideTurnServices {
  readonly storedData: Pick<StoredData, 'of'>
  readonly wakeups: Pick<Wakeups, 'schedule'>
}

/** Done before a deletion, and again when that is tried again. */
export type NotifyOtherTenants = (tenant: string, file: CompanyFile, deletion: Deletion) => Promise<void>

type OfPerson = Extract<Deletion, { what: 'person' }>

/**
 * A guest has data in their own tenant, too, and who is at home may have been a guest; the guests of a company that goes
 * have to come home, and its people are nobody's guests any more.
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
    // Each side tells the other: whoever is done must not begin anew.
    if (!isKnown(there, other.person) || !concerns(there, other.person, file, deletion)) continue
    const order = { ...deletion, due: services.clock(), person: other.person }
    await orderDeletion(services, other.tenant, order)
  }
}

/** Who only was gone for long may have come back on the other side, or was put out there while they are well at home. */
function concerns(there: CompanyFile, other: string, here: CompanyFile, deletion: OfPerson): boolean {
  const { deletions = [], people = {} } = here.roster?.document ?? {}
  if (deletions.some((each) => isSameOrder(each, deletion))) return true
  const home = homeIn(here.log, deletion.person)
  if (!home) return there.roster?.document.people[other]?.goneSince !== undefined
  const guest = here.company?.document.guests?.find(({ tenant }) => tenant === home.tenant)
  return guest !== undefined && (people[deletion.person]?.goneSince ?? 0) >= guest.since
}

/** A tenant whose company is deleted works on no other, and nobody of it is known there. */
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
