import { z } from 'zod'
import { parseTenant, type TenantName } from '../../../src/core/tenants/tenant.ts'
import { percentDecoded } from '../../../src/core/text/percent-decoded.ts'

/** Parameters of Microsoft's pages that name a tenant; `whr` and `domain_hint` are those of its sign-in page. */
const parameters = new Set([
  ...['tenantid', 'tenant', 'tenant_id', 'tid', 'ctid', 'targettenantid', 'hometenantid', 'directoryid'],
  ...['realm', 'whr', 'domain_hint', 'domainhint'],
])
/** Hosts whose path begins with the tenant, where it names one; Outlook puts "owa" before it. */
const tenantFirst: readonly RegExp[] = [
  /^(login|sts|graph|accounts|autologon|portal|ms\.portal|myapps|myaccount|account|entra|aad|admin|outlook)\./,
  /(^|\.)(b2clogin\.(com|us|cn)|ciamlogin\.com|accesscontrol\.windows\.net)$/,
]
/** Teams hands over {"Tid":"…"}. */
const context = z.record(z.string(), z.unknown())

/** The tenant that a page of Microsoft names in its address, where it names one. */
export function tenantOnPage(url: URL): TenantName | undefined {
  const segments = [...pathOf(url.pathname), ...pathOf(url.hash.slice(1))]
  const given = [
    ...pairsIn(url).flatMap(([name, value]) => (parameters.has(name.toLowerCase()) ? [value] : [])),
    ...segments.flatMap((segment) => (segment.startsWith('@') ? [segment.slice(1)] : [])),
    ...segments.flatMap((segment, at) => (parameters.has(bare(segment)) ? [segments[at + 1] ?? ''] : [])),
    ...(tenantFirst.some((host) => host.test(url.hostname)) ? firstOf(url) : []),
  ]
  return given.flatMap(named)[0]
}

const firstOf = ({ pathname }: URL): string[] =>
  pathOf(pathname)
    .filter((segment) => segment !== 'owa')
    .slice(0, 1)

/** A domain counts only where it cannot be a file: index.html looks like one. */
function named(text: string): TenantName[] {
  const found = parseTenant(text.replace(/^["']|["']$/g, ''))
  return 'problem' in found || /\.(html?|aspx?|php|js|json|srf|cshtml)$/.test(found.value) ? [] : [found]
}

/** Parameters of the query, of the part behind the #, and of what Teams hands over as JSON in one. */
function pairsIn(url: URL): [string, string][] {
  const pairs = [...url.searchParams, ...new URLSearchParams(url.hash.replace(/^[^?]*\?|^#/, ''))]
  return pairs.flatMap(([name, value]) => [[name, value], ...pairsInJson(value)])
}

function pairsInJson(text: string): [string, string][] {
  try {
    const read = text.startsWith('{') ? context.safeParse(JSON.parse(text)).data : undefined
    return Object.entries(read ?? {}).map(([name, value]) => [name, String(value)])
  } catch {
    return []
  }
}

const pathOf = (path: string): string[] =>
  path
    .replace(/\?.*$/, '')
    .split('/')
    .filter((segment) => segment !== '')
    .map(percentDecoded)

/** Blades of the Azure portal write tenantId~ before a value. */
const bare = (segment: string): string => segment.toLowerCase().replace(/~$/, '')
