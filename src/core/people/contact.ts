import { valuesWhere } from '../collections/values-where.ts'
import { type Contact, e164 } from '../company/company-event.ts'
import type { ContactRules } from '../program/program.ts'

/** Codes of the reasons for which Partner Center rejects a contact. */
export type ContactProblem =
  | 'email-form'
  | 'same-as-sign-in'
  | 'same-as-primary-contact'
  | 'phone-form'
  | 'language-unknown'

/** Codes of warnings; 'addresses-unknown' if neither forbidden address is known. */
export type ContactWarning = 'shared-mailbox' | 'consumer-domain' | 'addresses-unknown'

/** Addresses of the company's Partner Center account; Microsoft does not publish which of them it compares. */
export type AccountAddresses = Pick<Contact, 'signInEmail' | 'primaryContactEmail'>

/** Result of checking a contact. */
export interface ContactCheck {
  readonly problems: readonly ContactProblem[]
  readonly warnings: readonly ContactWarning[]
}

/** Checks a contact: problems are rejected by Partner Center, warnings are accepted but unwise. */
export function checkContact(
  contact: Pick<Contact, 'email' | 'phone' | 'language'>,
  { signInEmail, primaryContactEmail }: AccountAddresses,
  rules: ContactRules,
): ContactCheck {
  const { email, phone, language } = contact
  const { local, domain } = mailbox(email)
  return {
    problems: valuesWhere<ContactProblem>([
      [!isEmail(email), 'email-form'],
      [signInEmail !== undefined && sameMailbox(email, signInEmail), 'same-as-sign-in'],
      [
        primaryContactEmail !== undefined && sameMailbox(email, primaryContactEmail),
        'same-as-primary-contact',
      ],
      [!e164.safeParse(phone).success, 'phone-form'],
      [!rules.languages.includes(language), 'language-unknown'],
    ]),
    warnings: valuesWhere<ContactWarning>([
      [isShared(local, rules), 'shared-mailbox'],
      [rules.consumerDomains.includes(domain), 'consumer-domain'],
      [signInEmail === undefined && primaryContactEmail === undefined, 'addresses-unknown'],
    ]),
  }
}

/** Compares two mailboxes, ignoring surrounding spaces, case and plus-tags. */
export function sameMailbox(one: string, other: string): boolean {
  const [a, b] = [mailbox(one), mailbox(other)]
  return a.local === b.local && a.domain === b.domain
}

/** Tells whether a text has the form of an e-mail address. */
export const isEmail = (text: string): boolean =>
  /^[^\s@<>(),;:"[\]]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}[\p{L}\p{N}-]+$/u.test(text.trim())

const fields = [
  'name',
  'email',
  'phone',
  'extension',
  'country',
  'language',
  'primaryContactEmail',
  'signInEmail',
] as const satisfies readonly (keyof Contact)[]
export type ContactField = (typeof fields)[number]

/** Lists the fields that differ. */
export const changedFields = (before: Contact, after: Contact): ContactField[] =>
  fields.filter((field) => before[field] !== after[field])

function mailbox(email: string): { local: string; domain: string } {
  const normalized = email.trim().normalize('NFC').toLowerCase()
  const at = normalized.lastIndexOf('@')
  const local = normalized.slice(0, Math.max(at, 0))
  return { local: local.replace(/(?<=.)\+.*$/, ''), domain: normalized.slice(at + 1) }
}

/** Also matches 'marketing.fr' and 'info-emea' by the first word. */
const isShared = (local: string, { sharedMailboxes }: ContactRules): boolean =>
  [local, local.split(/[._-]/)[0]].some((name) => name !== undefined && sharedMailboxes.includes(name))
