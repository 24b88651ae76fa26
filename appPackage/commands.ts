import { catalogue } from '../dialogs/catalogue.ts'

/** Pages that are worth a place in Teams' list, after the guides. */
const listedPages = ['my-rewards', 'history', 'language', 'help']

/** Commands of the private chat, by the id of their guide or page, in the order that Teams shows them. */
export const privateCommands: readonly string[] = [...catalogue.guides.map(({ id }) => id), ...listedPages]

/** Company data is shown in private only, so a team or a group chat is offered no page of it. */
export const groupCommands = privateCommands.filter((id) => !['my-rewards', 'history'].includes(id))
