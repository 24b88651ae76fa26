import { z } from 'zod'
import type { TenantNameProblem, TenantReading } from '../../../src/core/tenants/tenant.ts'
import { tenantNamed as recordedNamed } from '../../company-answers/tenant-named.ts'
import { shaped } from '../../engine/form.ts'
import type { Problem } from '../../engine/render.ts'
import type { Reading, StepContext } from '../../engine/step.ts'
import type { World } from '../../engine/world.ts'
import { pendingIn } from './pending-tenants.ts'
import { readTenant } from './read-tenant.ts'

/** A domain, an address or an id, alone. */
const isAddress = (text: string): boolean =>
  /^\S+\.\S+$|^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text.trim())

/** The tenant's domain or id, in any text that names it. */
export const tenantForm = { tenant: shaped(isAddress, 4000) }

/** The tenant that was given, in the form in which it is recorded. */
export function tenantNamed(text: string, world: World): string {
  const found = read(text, world)
  return 'problem' in found ? text.trim() : found.value
}

/** Finds the tenant that a sentence names by its domain or id, or one that is pending, also by the first part of its domain. */
export function tenantRead(sentence: string, world: World): Reading | undefined {
  const pending = pendingIn(world.company).map(({ tenant }) => tenant)
  const said = recordedNamed(world, sentence)
  if (said !== undefined && pending.includes(said)) return { values: { which: { choice: said } } }
  const found = read(sentence, world)
  if ('problem' in found) return undefined
  const which = pending.length > 0 && { which: { choice: 'another' } }
  return { values: { tenant: { tenant: found.value }, ...which } }
}

/** Only a tenant stays in the field: what was typed there by mistake may be a password. */
export function problemsOfTenant(text: string, { world }: StepContext<object>): Problem[] {
  const { company } = world
  const found = read(text, world)
  if ('problem' in found) return [nameless(found, world)]
  const { value } = found
  const known = company.tenants.find(({ tenant }) => tenant === value)
  if (known?.state === 'verified') return [problem('tenant-verified')]
  return value === text.trim().toLowerCase() ? [] : [problem('tenant-address', value)]
}

/** Labels are the names that people and Microsoft's portals have for a tenant. */
function read(text: string, { program, translations }: World): TenantReading {
  const labels = z.array(z.string()).parse(translations.section('associate-tenant.words').tenant)
  return readTenant(text, { consumerDomains: program.contactRules.consumerDomains, labels })
}

function nameless({ problem: why, suggestion, names }: TenantNameProblem, { translations }: World): Problem {
  if (names) return { ...problem('tenant-several'), values: { tenants: translations.list(names) } }
  if (why === 'email') return problem(suggestion ? 'tenant-email' : 'tenant-email-only', suggestion)
  return problem(`tenant-${why}`, suggestion)
}

const problem = (code: string, instead = ''): Problem => ({ field: 'tenant', problem: code, instead })
