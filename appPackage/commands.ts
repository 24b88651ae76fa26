import { catalogue } from '../dialogs/catalogue.ts'
import { defaultLanguage, loadTranslations } from '../locales/index.ts'

/** Listed first, in this order; Teams shows at most ten commands. */
const first = [
  'check-eligibility',
  'assign-contact',
  'activate-benefits',
  'follow-up',
  'technical-help',
  'associate-tenant',
  'program-not-visible',
  'my-rewards',
  'reminders',
  'help',
]

const { has } = loadTranslations()(defaultLanguage)

/** Guides and pages with a description in Teams, the `command` of their words. */
const listed = [...catalogue.guides, ...catalogue.pages]
  .map(({ id }) => id)
  .filter((id) => has(`${id}.command`))

/** Commands of the personal chat by guide or page id, in Teams' order. */
export const privateCommands: readonly string[] = [
  ...first.filter((id) => listed.includes(id)),
  ...listed.filter((id) => !first.includes(id)),
]

/** Commands of teams and group chats, without pages that show company data. */
export const groupCommands = privateCommands.filter((id) => !['my-rewards', 'reminders'].includes(id))
