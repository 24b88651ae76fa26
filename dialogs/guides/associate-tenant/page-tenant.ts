import { z } from 'zod'
import { parseTenant, type TenantName } from '../../../src/core/tenants/tenant.ts'
import { percentDecoded } from '../../../src/core/text/percent-decoded.ts'

/** URL parameters of Microsoft pages that name a tenant; `whr` and `domain_hint` belong to the sign-in page. */
const parameters = new Set([
  'tenantid',
  'tenant',
  'tenant_id',
  'tid',
  'ctid',
  'targettenantid',
  'hometenantid',
  'directoryid',
  'realm',
  'whr',
  'domain_hint',
  'domainhint',
])
/** Hosts whose path may begin with a tenant; Outlook puts "owa" before it. */
const tenantFirst: readonly RegExp[] = [
  /^(login|sts|graph|accounts|autologon|portal|ms\.portal|myapps|myaccount|account|entra|aad|admin|outlook)\./,
  /(^|\.)(b2clogin\.(com|us|cn)|ciamlogin\.com|accesscontrol\.windows\.net)$/,
]
/** Context that Teams passes as JSON: {"Tid":"…"}. */
const context = z.record(z.string(), z.unknown())

/** Tenant in the URL of a Microsoft page. */
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

/** Accepts domains unlike file names, such as index.html. */
function named(text: string): TenantName[] {
  const found = parseTenant(text.replace(/^["']|["']$/g, ''))
  return 'problem' in found || /\.(html?|aspx?|php|js|json|srf|cshtml)$/.test(found.value) ? [] : [found]
}

/** Parameters of query, fragment and Teams' JSON context. */
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

/** The Azure portal writes tenantId~ before some values. */
const bare = (segment: string): string => segment.toLowerCase().replace(/~$/, '')
