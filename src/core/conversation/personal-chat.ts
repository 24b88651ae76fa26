/** Conversation ids of Teams group chats, channels, threads and meetings, in any case. */
const shared = /^19:(?!.*@unq\.gbl\.spaces$)|@thread\b|;messageid=/i

/**
 * Tells whether a conversation id can belong to a personal chat. Group chats and meetings are `19:…@thread.v2`,
 * channels `19:…@thread.tacv2`, threads end with `;messageid=…` (Microsoft Teams docs, conversation-basics).
 * `19:…@unq.gbl.spaces` is a chat of two (Microsoft Graph, chat resource). An empty id is not personal.
 */
export const canBePersonal = (conversation: string): boolean =>
  conversation.trim() !== '' && !shared.test(conversation)
