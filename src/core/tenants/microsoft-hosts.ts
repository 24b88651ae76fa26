import { z } from 'zod'
import file from './microsoft-hosts.json' with { type: 'json' }

const domainSchema = z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/)
const domains = z.array(domainSchema).min(1)

/**
 * Domains of Microsoft in all clouds. Sources on learn.microsoft.com: "Microsoft 365 URLs and IP address ranges" and its
 * national versions, "Allow the Azure portal URLs", "National clouds"; the top-level domains are in IANA's root zone.
 */
const hostsSchema = z.strictObject({
  /** Domains of services by their kind, including subdomains. */
  services: z.record(z.string(), domains),
  /** Initial domains that Microsoft assigns to tenants: a label before one makes a tenant. */
  givenToTenants: domains,
  /** Services whose first host label is usually the tenant's name, with the tenant's initial domain. */
  namedByTenant: z.record(domainSchema, domainSchema),
})
const { services, givenToTenants, namedByTenant } = hostsSchema.parse(file)
const serviceDomains = Object.values(services).flat()

const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)

/** Tells whether a lower-case host is Microsoft's own and so never a tenant. */
export const isMicrosoftHost = (host: string): boolean =>
  serviceDomains.some((domain) => isWithin(host, domain)) || givenToTenants.includes(host)

/** Suggests the tenant behind a host: contoso.onmicrosoft.com for contoso-my.sharepoint.com. */
export function tenantSuggestedBy(host: string): string | undefined {
  const [domain, given] = Object.entries(namedByTenant).find(([each]) => host.endsWith(`.${each}`)) ?? []
  const name = domain && host.slice(0, -domain.length - 1)
  const [tenant = ''] = name?.split('-') ?? []
  return /^[a-z0-9]+$/.test(tenant) && tenant !== 'www' ? `${tenant}.${given}` : undefined
}
