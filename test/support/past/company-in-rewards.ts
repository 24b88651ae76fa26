import { type Company, newCompany } from '../../../src/core/company/company.ts'
import type { Store } from '../../../src/store/ports.ts'
import { rewards } from '../../core/example.ts'
import { keepCompany } from './kept-company.ts'

/** A company whose people said that Partner Center still shows Marketplace Rewards, and nothing else. */
export const companyInRewards = (tenant: string): Company => ({
  ...newCompany(tenant, rewards.id),
  enrollment: { situation: 'rewards', since: '2026-09-01', by: 'past' },
})

/** Stores such a company, so that no guide asks for its program. A company that is stored already stays. */
export const keepInRewards = (store: Store, tenant: string): Promise<void> =>
  keepCompany(store, tenant, (known) =>
    known ? undefined : { company: companyInRewards(tenant), events: [] },
  )
