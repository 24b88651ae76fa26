import type { TenantRecord } from '../../src/core/company/company.ts'
import { today } from '../../src/core/time/calendar.ts'
import type { PageRequest } from '../engine/page.ts'
import { nameOf } from '../engine/people-names.ts'
import type { CardContent } from '../engine/render.ts'
import type { Localization } from '../engine/world/localization.ts'
import type { Row } from '../wording/benefit-words.ts'
import { type Asked, answered } from './answered.ts'
import { tenantNamed } from './tenant-named.ts'

/** Associated tenants and how far each is. */
export function tenants(world: Asked): CardContent {
  const { tenants } = world.company
  if (tenants.length === 0) return answered(world, 'tenants.none', { leads: ['associate-tenant'] })
  const verified = tenants.filter(({ state }) => state === 'verified')
  return answered(world, 'tenants', {
    values: { number: tenants.length, verified: verified.length },
    rows: tenants.toReversed().map((each) => tenantRow(world, each)),
    leads: ['associate-tenant', 'my-rewards'],
  })
}

const tenantRow = (world: Localization, { tenant, state, since }: TenantRecord): Row => ({
  text: tenant,
  note: world.translations.t(`my-rewards.tenant.${state}`, { date: world.translations.date(since) }),
})

/** State of the tenant that the sentence names, or of the only one. */
export function tenantState(world: Asked, { text }: PageRequest): CardContent {
  const { tenants: recorded } = world.company
  const [only, ...others] = recorded
  const named = tenantNamed(world, text) ?? (others.length === 0 ? only?.tenant : undefined)
  if (named === undefined) return tenants(world)
  const record = recorded.find(({ tenant }) => tenant === named)
  const date = record && world.translations.date(record.since)
  return answered(world, `tenant-state.${record?.state ?? 'unknown'}`, {
    values: { tenant: named, date },
    leads: ['associate-tenant', ...(recorded.length > 0 ? ['company.tenants'] : [])],
  })
}

/** Other tenants that share the company's records. */
export function otherTenants(world: Asked): CardContent {
  const { company, ownTenant, translations } = world
  const { guests = [] } = company
  const leads = ['other-tenants', ...(guests.length > 0 ? ['my-rewards'] : ['join-company'])]
  const own = guests.find(({ tenant }) => tenant === ownTenant)
  const dateOf = (since: number | undefined) => since && translations.date(today(since))
  if (ownTenant !== undefined)
    return answered(world, 'other-tenants.guest', {
      values: { tenant: company.tenant, date: dateOf(own?.since) ?? '' },
      leads,
    })
  if (guests.length === 0) return answered(world, 'other-tenants.none', { leads })
  return answered(world, 'other-tenants', {
    values: { number: guests.length },
    rows: guests.map(({ tenant, since, by }) => ({
      text: tenant,
      note: translations.t('other-tenants.since', { name: nameOf(translations, by), date: dateOf(since) }),
    })),
    leads,
  })
}
