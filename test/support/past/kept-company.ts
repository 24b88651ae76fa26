import type { Company } from '../../../src/core/company/company.ts'
import type { LoggedEvent } from '../../../src/core/company/company-event.ts'
import type { Change, Store } from '../../../src/store/ports.ts'
import { uuidV4 } from '../wire-ids.ts'

/** A company as it is to be stored, with the entries that its log gets. */
interface Kept {
  readonly company: Company
  readonly events: readonly LoggedEvent[]
}

/** Stores what becomes of a company outside a turn; nothing where that is undefined. */
export async function keepCompany(
  store: Store,
  tenant: string,
  become: (company: Company | undefined) => Kept | undefined,
): Promise<void> {
  const keys = { tenant, person: 'past', conversation: 'past', activity: uuidV4() }
  const { company, person, conversation, roster } = await store.open(keys)
  const kept = become(company.value)
  if (!kept) return
  const read: Change['read'] = {
    company: company.version,
    person: person.version,
    conversation: conversation.version,
    roster: roster.version,
  }
  const write = { company: kept.company }
  const outcome = await store.commit({ keys, read, write, events: kept.events, outbox: [] })
  if (outcome !== 'committed') throw new Error('The company could not be stored')
}
