import { catalogue } from '../dialogs/catalogue.ts'
import { defaultLanguage, loadTranslations } from '../locales/index.ts'

/** Listed first, in this order; Teams shows ten commands and no more. */
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

/** Guides and pages that say, as `command` in their words, what Teams shows under them. */
const listed = [...catalogue.guides, ...catalogue.pages]
  .map(({ id }) => id)
  .filter((id) => has(`${id}.command`))

/** Commands of the private chat, by the id of their guide or page, in the order that Teams shows them. */
export const privateCommands: readonly string[] = [
  ...first.filter((id) => listed.includes(id)),
  ...listed.filter((id) => !first.includes(id)),
]

/** Company data is shown in private only, so a team or a group chat is offered no page of it. */
export const groupCommands = privateCommands.filter((id) => !['my-rewards', 'reminders'].includes(id))
