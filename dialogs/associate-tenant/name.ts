import type { Program } from '../../src/core/program.ts'
import { parseTenant, type TenantNameProblem } from '../../src/core/tenant.ts'
import type { Problem } from '../steps/show.ts'
import type { Scene } from '../steps/step.ts'

/** The tenant that was given, in the form in which it is recorded. */
export function tenantNamed(text: string, { contactRules }: Program): string {
  const found = parseTenant(text, contactRules.consumerDomains)
  return 'problem' in found ? text.trim() : found.value
}

/** Only a tenant stays in the field: what was typed there by mistake may be a password. */
export function problemsOfTenant(text: string, { world }: Scene<object>): Problem[] {
  const { program, company } = world
  const found = parseTenant(text, program.contactRules.consumerDomains)
  if ('problem' in found) return [nameless(found)]
  const { value } = found
  if (value === company.tenant.toLowerCase()) return [problem('tenant-own')]
  const known = company.tenants.find(({ tenant }) => tenant === value)
  if (known?.state === 'verified') return [problem('tenant-verified')]
  return value === text.trim().toLowerCase() ? [] : [problem('tenant-address', value)]
}

function nameless({ problem: why, suggestion }: TenantNameProblem): Problem {
  if (suggestion !== undefined) return problem('tenant-email', suggestion)
  return problem(why === 'email' ? 'tenant-email-only' : `tenant-${why}`)
}

const problem = (code: string, instead = ''): Problem => ({ field: 'tenant', problem: code, instead })
