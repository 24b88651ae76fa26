import type { ConversationKeys } from './ports.ts'

/** One word for a conversation, to keep things in memory by: ids may hold any character. */
export function conversationName({ tenant, conversation }: ConversationKeys): string {
  return JSON.stringify([tenant, conversation])
}
