import { catalogue } from '../dialogs/catalogue.ts'

/** Pages in Teams' command list, after the guides; Teams shows at most ten commands. */
const listedPages = ['my-rewards', 'reminders', 'help']
/** Guides reached from a listed page. */
const unlistedGuides = ['reminder-settings', 'join-company', 'rewards-team']

/** Commands of the personal chat by guide or page id, in Teams' order. */
export const privateCommands: readonly string[] = [
  ...catalogue.guides.map(({ id }) => id).filter((id) => !unlistedGuides.includes(id)),
  ...listedPages,
]

/** Commands of teams and group chats, without pages that show company data. */
export const groupCommands = privateCommands.filter((id) => !['my-rewards', 'reminders'].includes(id))
