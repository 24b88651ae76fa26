import { getDomain } from 'tldts'
import { isMicrosoftHost } from '../../../src/core/tenants/microsoft-hosts.ts'
import { parseTenant, type TenantReading } from '../../../src/core/tenants/tenant.ts'
import { tenantOnPage } from './page-tenant.ts'
import { addressWithin } from './wrapped-links.ts'

/** Levels of nested link wrappers that are followed. */
const deepest = 10

/** Tenant of a URL: the one that a Microsoft page names, else the company's own domain. */
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

/** Registrable domain, such as contoso.com for shop.contoso.com; none for onmicrosoft.com. */
const ownDomain = (host: string): string =>
  /(^|\.)(onmicrosoft\.|onmschina\.)/.test(host) ? host : (getDomain(host) ?? host)
