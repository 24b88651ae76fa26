import { type Company, newCompany } from '../../../src/core/company/company.ts'
import type { Store } from '../../../src/store/ports.ts'
import { rewards } from '../../core/example.ts'
import { uuidV4 } from '../wire-ids.ts'

/** A company whose people said that Partner Center still shows Marketplace Rewards, and nothing else. */
export const companyInRewards = (tenant: string): Company => ({
  ...newCompany(tenant, rewards.id),
  enrollment: { situation: 'rewards', since: '2026-09-01', by: 'past' },
})

/** Stores such a company, so that no guide asks for its program. A company that is stored already stays. */
export async function keepInRewards(store: Store, tenant: string): Promise<void> {
  const keys = { tenant, person: 'past', conversation: 'past', activity: uuidV4() }
  const { company, person, conversation, roster } = await store.open(keys)
  if (company.value) return
  const read = {
    company: company.version,
    person: person.version,
    conversation: conversation.version,
    roster: roster.version,
  }
  const write = { company: companyInRewards(tenant) }
  const outcome = await store.commit({ keys, read, write, events: [], outbox: [] })
  if (outcome !== 'committed') throw new Error('The company could not be stored')
}
