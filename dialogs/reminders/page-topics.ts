import type { ReminderTopic } from '../../src/core/reminders/schedule.ts'

const sponsorship = ['sponsorship-request', 'sponsorship-answer', 'sponsorship-end', 'allowance-end'] as const

/** Topics that pages speak of, by the beginning of their ids; guides name theirs in the recipe. */
const topics: Readonly<Record<string, readonly ReminderTopic[]>> = {
  'company.contact': ['contact-missing'],
  'answers.contact': ['contact-missing'],
  'company.benefit': ['contact', 'expiry', 'refresh'],
  'answers.activation': ['contact', 'expiry', 'refresh'],
  'answers.silence': ['contact', 'technical'],
  'company.tenant': ['tenant'],
  'answers.tenants': ['tenant'],
  'company.requests': ['technical', ...sponsorship],
  'company.case-numbers': ['technical'],
  'answers.technical': ['technical'],
  'company.sponsorship': sponsorship,
  'answers.sponsorship': sponsorship,
  'company.renewal-date': ['renewal'],
  'company.enrolled-on': ['renewal'],
  'company.program': ['which-program', 'renewal', 'verification'],
  'answers.verification': ['verification'],
  'company.tier': ['tier-review'],
  'company.next-tier': ['tier-review'],
  'company.sales': ['tier-review'],
  'answers.tiers': ['tier-review'],
  'company.authorized': ['team-asked'],
}

/** Topics of reminders that a page speaks of; none for pages about other things, and about everything. */
export const topicsOfPage = (page: string): readonly ReminderTopic[] =>
  Object.entries(topics).find(([beginning]) => page.startsWith(beginning))?.[1] ?? []
