import type { Company, TenantRecord } from '../company/company.ts'
import { accepted, type Context, type Decision, nothingNew, refusedRole } from '../company/decision.ts'

/**
 * Recorded as pending; one that failed before may be tried again. It may be the tenant of this chat: the account may
 * have been made with another.
 */
export function decideAssociation(company: Company, name: string, context: Context): Decision {
  const tenant = canonical(name)
  const refused = refusedRole(context, 'associateTenant')
  if (refused) return refused
  const known = find(company, tenant)
  if (known && known.state !== 'failed') return nothingNew
  return accepted({ type: 'TenantAssociated', tenant })
}

export function decideVerification(company: Company, name: string): Decision {
  const tenant = canonical(name)
  const known = find(company, tenant)
  if (!known) return { refused: 'unknown-tenant', tenant }
  return known.state === 'verified' ? nothingNew : accepted({ type: 'TenantVerified', tenant })
}

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
