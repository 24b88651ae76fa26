import { valuesWhere } from '../collections/values-where.ts'
import type { Answer } from '../eligibility/facts.ts'
import type { Role } from '../people/person.ts'
import type { Grant } from '../program/grant.ts'
import { permission } from '../program/permission.ts'
import type { Program } from '../program/program.ts'
import { readGuid } from '../text/guid.ts'
import { isMicrosoftHost, tenantSuggestedBy } from './microsoft-hosts.ts'

/** Recognised tenant; `value` is in lower case, a domain in ASCII form. */
export interface TenantName {
  readonly kind: 'guid' | 'domain'
  readonly value: string
}
/** Text that does not identify a tenant, with the reason. */
export interface TenantNameProblem {
  readonly problem:
    | 'empty'
    | 'email'
    | 'name-only'
    | 'consumer-domain'
    | 'personal-accounts'
    | 'microsoft-page'
    | 'sharepoint'
    | 'several'
  /** Domain that was probably meant. */
  readonly suggestion?: string
  /** All candidates, if there are several. */
  readonly names?: readonly string[]
}
/** Result of reading a tenant. */
export type TenantReading = TenantName | TenantNameProblem

/** Tenant of personal Microsoft accounts, documented by Microsoft. */
const personalAccounts = '9188040d-6c67-4c5b-b112-36a304b66dad'

/** Reads one tenant: a GUID in any notation, a domain, or an e-mail address, whose domain is only suggested. */
export function parseTenant(text: string, consumerDomains: readonly string[] = []): TenantReading {
  const given = text.trim()
  if (given === '') return { problem: 'empty' }
  const guid = readGuid(given)
  if (guid) return fromGuid(guid)
  return given.includes('@') ? fromEmail(given, consumerDomains) : fromDomain(given, consumerDomains)
}

const fromGuid = (value: string): TenantReading =>
  value === personalAccounts || /^[0-]+$/.test(value)
    ? { problem: 'personal-accounts' }
    : { kind: 'guid', value }

/** Only suggests the domain: people may sign in with an address of another one. */
function fromEmail(text: string, consumerDomains: readonly string[]): TenantNameProblem {
  const found = fromDomain(text.slice(text.lastIndexOf('@') + 1), consumerDomains)
  return 'problem' in found ? { problem: 'email' } : { problem: 'email', suggestion: found.value }
}

function fromDomain(text: string, consumerDomains: readonly string[]): TenantReading {
  const host = text.replace(/^www\./i, '').replace(/[./]+$/, '')
  const address = `https://${host}/`
  const value = /[\s/?#:@]/.test(host) || !URL.canParse(address) ? '' : new URL(address).hostname
  const form = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]+)$/
  if (!form.test(value)) return { problem: 'name-only' }
  if (consumerDomains.includes(value)) return { problem: 'consumer-domain' }
  return isMicrosoftHost(value) ? fromMicrosoftHost(value) : { kind: 'domain', value }
}

function fromMicrosoftHost(host: string): TenantNameProblem {
  const suggestion = tenantSuggestedBy(host)
  return suggestion === undefined ? { problem: 'microsoft-page' } : { problem: 'sharepoint', suggestion }
}

/** Answers to the questions before the portal is opened. */
export interface PreflightAnswers {
  readonly tenant: string
  readonly role: Role | undefined
  /** Account open in Partner Center: the global account (PGA) or a location. */
  readonly account: 'pga' | 'location' | 'unknown'
  /** The confirming person is only a guest of the tenant to be added. */
  readonly guest: Answer
  readonly tiedElsewhere: Answer
}

/** Obstacle to an association. `blocking`: the portal would refuse; others must be checked first. */
export interface PreflightProblem {
  readonly code:
    | 'role'
    | 'role-unsure'
    | 'role-unknown'
    | 'location-account'
    | 'account-unknown'
    | 'guest'
    | 'guest-unknown'
    | 'tied-elsewhere'
    | 'tied-unknown'
  readonly blocking: boolean
  readonly allowed?: readonly Grant[]
}

/** Lists the obstacles to associating a tenant, blocking ones first. */
export function preflight(program: Program, answers: PreflightAnswers): PreflightProblem[] {
  const { answer, allowed } = permission(program, 'associateTenant', answers.role)
  return valuesWhere<PreflightProblem>([
    [answer === 'no', { code: 'role', blocking: true, allowed }],
    [answers.account === 'location', { code: 'location-account', blocking: true }],
    [answers.guest === 'yes', { code: 'guest', blocking: true }],
    [answers.tiedElsewhere === 'yes', { code: 'tied-elsewhere', blocking: true }],
    [answer === 'unsure', { code: 'role-unsure', blocking: false, allowed }],
    [answer === 'undeclared', { code: 'role-unknown', blocking: false, allowed }],
    [answers.account === 'unknown', { code: 'account-unknown', blocking: false }],
    [answers.guest === 'unknown', { code: 'guest-unknown', blocking: false }],
    [answers.tiedElsewhere === 'unknown', { code: 'tied-unknown', blocking: false }],
  ])
}
