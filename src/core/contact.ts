import type { Contact } from './company-event.ts'
import type { ContactRules } from './program.ts'

export type ContactProblem =
  | 'email-form'
  | 'same-as-sign-in'
  | 'same-as-primary-contact'
  | 'phone-form'
  | 'language-unknown'
export type ContactWarning = 'shared-mailbox' | 'consumer-domain' | 'addresses-unknown'
