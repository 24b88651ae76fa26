import { catalogue } from '../dialogs/catalogue.ts'

/** Pages that are worth a place in Teams' list, after the guides: it shows ten commands and no more. */
const listedPages = ['my-rewards', 'reminders', 'help']
/** Reached from a page of the list, or named by it. */
const unlistedGuides = ['reminder-settings', 'join-company', 'rewards-team']

/** Commands of the private chat, by the id of their guide or page, in the order that Teams shows them. */
export const privateCommands: readonly string[] = [
  ...catalogue.guides.map(({ id }) => id).filter((id) => !unlistedGuides.includes(id)),
  ...listedPages,
]

/** Company data is shown in private only, so a team or a group chat is offered no page of it. */
export const groupCommands = privateCommands.filter((id) => !['my-rewards', 'reminders'].includes(id))
