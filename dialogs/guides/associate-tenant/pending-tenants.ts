import type { Company, TenantRecord } from '../../../src/core/company/company.ts'
import { choice, line, pick } from '../../engine/form.ts'
import type { Option } from '../../engine/render.ts'
import type { StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'

type Which = StepContext<{ readonly which?: { readonly choice: string } | undefined }>

/** The pending tenant that the person came about. */
export const whichForm = { choice: pick() }
/** Result of that tenant. */
export const unfinishedForm = {
  choice: choice(['verified', 'failed', 'later', 'another']),
  tenant: line(500),
}

/** Tenants without a result yet, oldest first. */
export const pendingIn = ({ tenants }: Company): TenantRecord[] =>
  tenants.filter(({ state }) => state === 'pending')

/** Tests whether several tenants are pending. */
export const hasSeveralPending = ({ world }: StepContext<object>): boolean =>
  pendingIn(world.company).length > 1

/** Pending tenants and "another", as options. */
export function pendingOptions({ company, translations }: World): Option[] {
  const pending = pendingIn(company).map(({ tenant }) => ({ value: tenant, title: tenant }))
  return [...pending, { value: 'another', title: translations.t('associate-tenant.another') }]
}

/** Pending tenant to ask about; none if the person adds another. */
export function pendingTenant({ world, answers: { which } }: Which): TenantRecord | undefined {
  const pending = pendingIn(world.company)
  return which ? pending.find(({ tenant }) => tenant === which.choice) : pending[0]
}

/** Its name and since when it is pending, as the sentences name them. */
export function pendingSince(scene: Which) {
  const { company, translations, today } = scene.world
  // A colleague may have recorded the result since.
  const { tenant = '', since = today } = pendingTenant(scene) ?? company.tenants.at(-1) ?? {}
  return { tenant, date: translations.date(since) }
}
