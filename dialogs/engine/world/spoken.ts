import type { Conversation } from '../../../src/core/conversation/conversation.ts'

/** What was spoken of before this turn. */
export interface Spoken {
  readonly spokenOf: Conversation['spokenOf']
}
