import { valuesWhere } from '../collections/values-where.ts'
import { type Contact, e164 } from '../company/company-event.ts'
import type { ContactRules } from '../program/program.ts'

export type ContactProblem =
  | 'email-form'
  | 'same-as-sign-in'
  | 'same-as-primary-contact'
  | 'phone-form'
  | 'language-unknown'

/** 'addresses-unknown': neither address that the contact's must differ from is known. */
export type ContactWarning = 'shared-mailbox' | 'consumer-domain' | 'addresses-unknown'

/** The addresses of the company's Partner Center account: which of them Microsoft means is not published. */
export type AccountAddresses = Pick<Contact, 'signInEmail' | 'primaryContactEmail'>

export interface ContactCheck {
  readonly problems: readonly ContactProblem[]
  readonly warnings: readonly ContactWarning[]
}

/** What Partner Center will not take (problems), and what is unwise though it takes it (warnings). */
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

/** True when mail to both arrives at one place: spaces around, case and plus-tags aside. */
export function sameMailbox(one: string, other: string): boolean {
  const [a, b] = [mailbox(one), mailbox(other)]
  return a.local === b.local && a.domain === b.domain
}

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

/** Which fields differ. */
export const changedFields = (before: Contact, after: Contact): ContactField[] =>
  fields.filter((field) => before[field] !== after[field])

function mailbox(email: string): { local: string; domain: string } {
  const folded = email.trim().normalize('NFC').toLowerCase()
  const at = folded.lastIndexOf('@')
  const local = folded.slice(0, Math.max(at, 0))
  return { local: local.replace(/(?<=.)\+.*$/, ''), domain: folded.slice(at + 1) }
}

/** Also 'marketing.fr' and 'info-emea': the first word tells. */
const isShared = (local: string, { sharedMailboxes }: ContactRules): boolean =>
  [local, local.split(/[._-]/)[0]].some((name) => name !== undefined && sharedMailboxes.includes(name))
