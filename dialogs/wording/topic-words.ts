import type { What } from '../../src/core/reminders/schedule.ts'
import type { CompanyView } from '../engine/world/company-view.ts'
import type { Localization } from '../engine/world/localization.ts'
import { benefitTitle } from './benefit-words.ts'
import { requestTitle } from './request-title.ts'

/** Subject of a topic in the person's words; empty for the company. Not escaped. */
export function subjectName(world: CompanyView & Localization, what: What, subject: string): string {
  const { translations } = world
  switch (what) {
    case 'verify-tenant':
      return subject
    case 'technical-answer':
    case 'sponsorship-request':
    case 'sponsorship-answer':
    case 'sponsorship-end':
      return requestTitle(world, subject)
    case 'halfway':
      return translations.has(`${subject}.name`) ? translations.t(`${subject}.name`) : subject
    case 'contact-missing':
    case 'offer-unnoticed':
    case 'refresh':
    case 'team-asked':
    case 'which-program':
    case 'renew-no-cost':
    case 'renew-premium':
    case 'check-renewal':
    case 'new-term':
    case 'verification':
    case 'tier-review':
    case 'announced-change':
    case 'allowance-end':
      return ''
    default:
      return benefitTitle(world, subject)
  }
}

/** One line that says what is due, or asks for it from its day on. Not escaped. */
export function topicText(
  { translations, company }: CompanyView & Localization,
  what: What,
  subjects: readonly string[],
  hasCome = true,
): string {
  const asking = `my-rewards.due.${what}-overdue`
  const key = hasCome && translations.has(asking) ? asking : `my-rewards.due.${what}`
  return translations.t(key, { subjects: translations.list(subjects), name: company.contact?.name })
}
