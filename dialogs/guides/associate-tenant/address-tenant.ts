import { getDomain } from 'tldts'
import { isMicrosoftHost } from '../../../src/core/tenants/microsoft-hosts.ts'
import { parseTenant, type TenantReading } from '../../../src/core/tenants/tenant.ts'
import { tenantOnPage } from './page-tenant.ts'
import { addressWithin } from './unwrap.ts'

/** A wrapper within a wrapper is usual; nobody wraps more often than this. */
const deepest = 10

/** The tenant that an address leads to: what a page of Microsoft names, else the company's own domain. */
export function tenantAtAddress(
  address: string,
  consumerDomains: readonly string[],
  depth = 0,
): TenantReading {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined) return { problem: 'name-only' }
  const isMicrosoft = isMicrosoftHost(url.hostname)
  const onPage = isMicrosoft ? tenantOnPage(url) : undefined
  if (onPage) return onPage
  const within = depth < deepest ? addressWithin(url) : undefined
  if (within) return tenantAtAddress(within.href, consumerDomains, depth + 1)
  return parseTenant(isMicrosoft ? url.hostname : ownDomain(url.hostname), consumerDomains)
}

/** A tenant's domain is rarely that of one server, so contoso.com for shop.contoso.com; onmicrosoft.com is nobody's own. */
const ownDomain = (host: string): string =>
  /(^|\.)(onmicrosoft\.|onmschina\.)/.test(host) ? host : (getDomain(host) ?? host)
