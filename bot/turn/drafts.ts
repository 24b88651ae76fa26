import type { Draft } from '../../src/core/conversation/conversation.ts'
import type { ConversationState } from './conversation-state.ts'

/** The guides that were left in a conversation, the last one first. */
export class Drafts {
  readonly #conversation: ConversationState

  constructor(conversation: ConversationState) {
    this.#conversation = conversation
  }

  get list(): readonly Draft[] {
    return this.#conversation.current.drafts
  }

  /** Stores a left guide, replacing an earlier draft of it. */
  keep(draft: Draft): void {
    this.#conversation.note({ drafts: [draft, ...this.#without(draft.guide)] })
  }

  drop(guide: string): void {
    this.#conversation.note({ drafts: this.#without(guide) })
  }

  clear(): void {
    this.#conversation.note({ drafts: [] })
  }

  #without(guide: string): Draft[] {
    return this.list.filter((draft) => draft.guide !== guide)
  }
}
