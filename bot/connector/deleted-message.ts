import type { Declined } from './connector-client.ts'

/** Whether the channel says that a message is not there any more: the person has deleted it, and the chat is still there. */
export const namesDeletedMessage = ({ code }: Declined): boolean => code === 'ActivityNotFoundInConversation'
