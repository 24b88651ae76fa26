import type { Declined } from './connector-client.ts'

/** Tests whether the channel reports that the person deleted the message; the chat remains. */
export const namesDeletedMessage = ({ code }: Declined): boolean => code === 'ActivityNotFoundInConversation'
