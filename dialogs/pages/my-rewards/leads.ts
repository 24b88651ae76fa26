import type { DueAction, DueKind } from '../../../src/core/reminders/due-actions.ts'
import { type ButtonIntent, open } from '../../engine/button-intent.ts'

/** Guide that settles a task; `subject` answers its first question. */
export interface Lead {
  readonly guide: string
  readonly subject?: string | undefined
}

/** Intent that opens the guide of a task. */
export const intentTo = ({ guide, subject }: Lead): ButtonIntent =>
  subject === undefined ? open(guide) : { do: 'start-with', guide, answer: subject }

/** Leads to the guide of equal actions; a single benefit is chosen already. */
export function leadOf(what: DueKind, same: readonly DueAction[]): Lead {
  const guide = guides[what]
  const [first, ...others] = same
  const isChosen = guide === 'follow-up' && others.length === 0
  return { guide, ...(isChosen && { subject: first?.subject }) }
}

/** Guide of an undated task; most say what the company is and sells. */
export const adviceLead = (code: string): Lead => ({ guide: advised[code] ?? 'check-eligibility' })

const advised: Readonly<Record<string, string>> = {
  'portal-not-visible': 'program-not-visible',
  'not-enrolled': 'join-program',
  activate: 'activate-benefits',
  'team-asked': 'rewards-team',
}

const guides: Readonly<Record<DueKind, string>> = {
  'contact-expected': 'follow-up',
  'recheck-contact': 'follow-up',
  escalate: 'follow-up',
  expiry: 'follow-up',
  refresh: 'activate-benefits',
  'contact-missing': 'assign-contact',
  'offer-unnoticed': 'check-eligibility',
  'technical-answer': 'technical-help',
  'sponsorship-request': 'technical-help',
  'sponsorship-answer': 'technical-help',
  'sponsorship-end': 'technical-help',
  'allowance-end': 'technical-help',
  'verify-tenant': 'associate-tenant',
  'team-asked': 'rewards-team',
  'which-program': 'which-program',
  'renew-no-cost': 'join-program',
  'renew-premium': 'join-program',
  'check-renewal': 'join-program',
  'new-term': 'join-program',
  verification: 'join-program',
  'tier-review': 'check-eligibility',
  'announced-change': 'check-eligibility',
  halfway: 'resume',
}
