import { parseTenant, type TenantNameProblem, type TenantReading } from '../../../src/core/tenants/tenant.ts'
import { literal } from '../../../src/core/text/literal.ts'
import { tenantAtAddress } from './address-tenant.ts'
import { type Mention, mentionsIn } from './mentions.ts'

/** Words for reading a tenant: domains of private mail services, and words for "tenant" in labels. */
export interface TenantWords {
  readonly consumerDomains: readonly string[]
  readonly labels: readonly string[]
}
type Found = Mention & { readonly tenant: TenantReading }

/** Reads the tenant that a text names: alone, in an address, or as the only one in a sentence. */
export function readTenant(given: string, words: TenantWords): TenantReading {
  const text = given.trim()
  const whole = parseTenant(text, words.consumerDomains)
  if (!('problem' in whole)) return whole
  const found = mentionsIn(text).map((mention) => ({ ...mention, tenant: tenantOf(mention, words) }))
  return bestOf(found, words) ?? whole
}

const tenantOf = ({ kind, text }: Mention, { consumerDomains }: TenantWords): TenantReading =>
  kind === 'address' ? tenantAtAddress(text, consumerDomains) : parseTenant(text, consumerDomains)

/** Picks the best: names before suggestions, then domains of mail addresses. */
function bestOf(found: readonly Found[], words: TenantWords): TenantReading | undefined {
  const named = found.filter(({ tenant }) => !('problem' in tenant))
  const labelled = named.filter(({ before }) => isLabel(before, words))
  const suggested = found.filter(({ tenant }) => suggestionIn(tenant) !== undefined)
  const groups = [labelled, named, suggested.filter(({ kind }) => kind !== 'email'), suggested, found]
  const group = groups.find((each) => each.length > 0)
  return group && onlyOne(group.map(({ tenant }) => tenant))
}

const suggestionIn = (tenant: TenantReading) => ('problem' in tenant ? tenant.suggestion : undefined)

/** Tests for a label such as "Tenant ID:" before an id, for texts with several ids. */
const isLabel = (before: string, { labels }: TenantWords): boolean =>
  labels.some((label) => new RegExp(`${literal(label)}[^:=\\n]{0,20}[:=\\n][\\s"'\`*]*$`, 'iu').test(before))

function onlyOne(tenants: readonly TenantReading[]): TenantReading | undefined {
  const names = [...new Set(tenants.map(nameIn))]
  return names.length > 1 ? several(names) : tenants[0]
}

/** Names listed at most when there are too many. */
const mostNames = 5
const several = (names: readonly string[]): TenantNameProblem => ({
  problem: 'several',
  names: names.slice(0, mostNames),
})

const nameIn = (tenant: TenantReading): string =>
  'problem' in tenant ? (tenant.suggestion ?? '') : tenant.value
