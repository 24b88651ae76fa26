import type { Company, TenantRecord } from '../company/company.ts'
import { accepted, type Context, type Decision, nothingNew, refusedRole } from '../company/decision.ts'

/**
 * Records an association as pending; a failed one may be retried. Allows the chat's own tenant, as the account may
 * belong to another.
 */
export function decideAssociation(company: Company, name: string, context: Context): Decision {
  const tenant = canonical(name)
  const refused = refusedRole(context, 'associateTenant')
  if (refused) return refused
  const known = find(company, tenant)
  if (known && known.state !== 'failed') return nothingNew
  return accepted({ type: 'TenantAssociated', tenant })
}

/** Records that an associated tenant was verified; refuses an unknown tenant. */
export function decideVerification(company: Company, name: string): Decision {
  const tenant = canonical(name)
  const known = find(company, tenant)
  if (!known) return { refused: 'unknown-tenant', tenant }
  return known.state === 'verified' ? nothingNew : accepted({ type: 'TenantVerified', tenant })
}

/** Records why an association failed; refuses an unknown tenant. */
export function decideFailure(company: Company, name: string, reason: string): Decision {
  const tenant = canonical(name)
  const known = find(company, tenant)
  if (!known) return { refused: 'unknown-tenant', tenant }
  if (known.state === 'failed' && known.reason === reason) return nothingNew
  return accepted({ type: 'TenantFailed', tenant, reason })
}

const canonical = (tenant: string) => tenant.trim().toLowerCase()

const find = ({ tenants }: Company, tenant: string): TenantRecord | undefined =>
  tenants.find((each) => each.tenant === tenant)
