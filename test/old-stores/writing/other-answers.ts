import { Voice } from '../../guides/voice.ts'
import type { Answer } from '../scenario.ts'

/** Another answer to a step than the script's: a click instead of words, or words instead of a click. */
interface OtherAnswer {
  readonly guide: string
  /** Number of steps of the script before it. */
  readonly after: number
  readonly answer: Answer
}

const { words } = new Voice('en')
const say = (types: string): Answer => ({ types })
const press = (button: string, fills: Record<string, string> = {}): Answer => ({
  clicks: words(button),
  fills,
})

export const otherAnswers: readonly OtherAnswer[] = [
  { guide: 'check-eligibility', after: 5, answer: say('eligible') },
  { guide: 'assign-contact', after: 4, answer: say('yes') },
  { guide: 'assign-contact', after: 5, answer: say('done') },
  { guide: 'activate-benefits', after: 3, answer: press('activate-benefits.summary.confirm') },
  { guide: 'follow-up', after: 2, answer: say('completed') },
  { guide: 'follow-up', after: 3, answer: say('yes') },
  { guide: 'technical-help', after: 4, answer: say('yes') },
  { guide: 'technical-help', after: 5, answer: press('technical-help.steps.done') },
  {
    guide: 'associate-tenant',
    after: 3,
    answer: press('associate-tenant.tenant.next', { tenant: 'fabrikam.onmicrosoft.com' }),
  },
  { guide: 'associate-tenant', after: 6, answer: say('yes') },
  { guide: 'program-not-visible', after: 4, answer: press('common.options.yes') },
  { guide: 'program-not-visible', after: 7, answer: say('no') },
  { guide: 'reminder-settings', after: 3, answer: press('reminder-settings.summary.confirm') },
  { guide: 'join-company', after: 2, answer: say('yes') },
  { guide: 'rewards-team', after: 1, answer: say('done') },
  { guide: 'rewards-team', after: 2, answer: press('rewards-team.summary.confirm') },
]
