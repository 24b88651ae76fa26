import type { ConversationKeys } from './ports.ts'

/** Returns a unique string for a conversation, for use as a key in memory; ids may contain any character. */
export function conversationName({ tenant, conversation }: ConversationKeys): string {
  return JSON.stringify([tenant, conversation])
}
