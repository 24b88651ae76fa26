import type { Company } from '../src/core/company.ts'
import { type Deletion, dueSoon } from '../src/core/deletion.ts'
import { homeOf } from '../src/core/guest-id.ts'
import type { Clock, NewId, Store, Wakeups } from '../src/ports.ts'
import { orderDeletion } from './roster-keeping.ts'

export interface TellingOthersServices {
  readonly store: Store
  readonly wakeups: Pick<Wakeups, 'schedule'>
  readonly clock: Clock
  readonly newId: NewId
}

/** Done before a deletion, and again when that is tried again. */
export type TellOthers = (company: Company | undefined, deletion: Deletion) => Promise<void>

/** A guest has data in their own tenant, too; and the guests of a company that goes have to come home. */
export function createTellOthers(services: TellingOthersServices): TellOthers {
  return async (company, deletion) => {
    if (!company || deletion.what === 'log') return
    if (deletion.what === 'person') return forgetAtHome(services, company, deletion)
    const soon = dueSoon(services.clock())
    for (const { tenant } of company.guests ?? []) await services.wakeups.schedule(tenant, soon)
  }
}

async function forgetAtHome(
  services: TellingOthersServices,
  company: Company,
  deletion: Extract<Deletion, { what: 'person' }>,
): Promise<void> {
  const home = homeOf(company, deletion.person)
  const order = { ...deletion, due: services.clock() }
  if (home) await orderDeletion(services, home.tenant, { ...order, person: home.person })
}
