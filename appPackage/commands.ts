/** Commands of the private chat, by the id of their guide or page, in the order that Teams shows them. */
export const privateCommands = [
  'check-eligibility',
  'assign-contact',
  'activate-benefits',
  'follow-up',
  'technical-help',
  'associate-tenant',
  'program-not-visible',
  'my-rewards',
  'history',
  'language',
  'help',
] as const

export type CommandId = (typeof privateCommands)[number]

/** Company data is shown in private only, so a team or a group chat is offered no page of it. */
export const groupCommands = privateCommands.filter((id) => !['my-rewards', 'history'].includes(id))
