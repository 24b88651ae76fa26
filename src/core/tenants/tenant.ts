import { valuesWhere } from '../collections/values-where.ts'
import type { Answer } from '../eligibility/facts.ts'
import type { Role } from '../people/person.ts'
import { permission } from '../program/permission.ts'
import type { Grant, Program } from '../program/program.ts'
import { readGuid } from '../text/guid.ts'
import { isMicrosoftHost, tenantSuggestedBy } from './microsoft-hosts.ts'

/** `value` is in lower case; a domain is in its ASCII form. */
export interface TenantName {
  readonly kind: 'guid' | 'domain'
  readonly value: string
}
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
  /** A domain that was probably meant. */
  readonly suggestion?: string
  /** All that were named, where it is not clear which one is meant. */
  readonly names?: readonly string[]
}
export type TenantReading = TenantName | TenantNameProblem

/** The tenant of personal Microsoft accounts, as Microsoft documents it. */
const personalAccounts = '9188040d-6c67-4c5b-b112-36a304b66dad'

/** Reads a tenant that is given by itself: a GUID in any notation, a domain, or an e-mail address, which only suggests one. */
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

/** People may sign in with an address of another domain, so its domain is only offered. */
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

/** What the person answers before the portal is opened. */
export interface PreflightAnswers {
  readonly tenant: string
  readonly role: Role | undefined
  /** The account that is open in Partner Center: the global one, or a location of it. */
  readonly account: 'pga' | 'location' | 'unknown'
  /** Whether the person who will confirm is only a guest of the tenant to be added. */
  readonly guest: Answer
  readonly tiedElsewhere: Answer
}

/** `blocking`: the portal would refuse. The others are to be made sure of first. */
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

/** What stands against associating this tenant, worst first. */
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
