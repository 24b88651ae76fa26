import type { Conversation } from '../../../src/core/conversation/conversation.ts'

/** Topic of the conversation before this turn. */
export interface Spoken {
  readonly spokenOf: Conversation['spokenOf']
}
