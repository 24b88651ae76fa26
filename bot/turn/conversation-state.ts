import type { Conversation } from '../../src/core/conversation/conversation.ts'

/** The conversation document, as read and changed by one attempt at a turn. */
export class ConversationState {
  #current: Conversation

  constructor(conversation: Conversation) {
    this.#current = conversation
  }

  get current(): Conversation {
    return this.#current
  }

  note(change: Partial<Omit<Conversation, 'schema' | 'address'>>): void {
    this.#current = { ...this.#current, ...change }
  }
}
