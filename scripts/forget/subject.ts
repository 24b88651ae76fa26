import type { LoggedEvent } from '../../src/core/company/company-event.ts'
import { elsewhere, homeIn } from '../../src/core/sharing/ids-elsewhere.ts'
import type { Store } from '../../src/store/ports.ts'

/** Person to delete, or the whole company. */
export interface Subject {
  readonly tenant: string
  readonly person: string | undefined
}

/** Lists the person in all tenants, current or former; host companies first, as they notify the home tenant. */
export async function subjectsOf(
  store: Pick<Store, 'events'>,
  { tenant, person }: Subject,
): Promise<Subject[]> {
  if (person === undefined) return [{ tenant, person }]
  const home = homeIn(await logOf(store, tenant), person) ?? { tenant, person }
  return [...elsewhere(home, await logOf(store, home.tenant)), home]
}

async function logOf(store: Pick<Store, 'events'>, tenant: string): Promise<LoggedEvent[]> {
  const log: LoggedEvent[] = []
  for await (const entry of store.events(tenant)) log.push(entry)
  return log
}
