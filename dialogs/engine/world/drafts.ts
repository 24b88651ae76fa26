import type { Draft } from '../../../src/core/conversation/conversation.ts'

/** Guides that were left and can be taken up again, the last one first. */
export interface Drafts {
  readonly drafts: readonly Draft[]
  keepDraft(draft: Draft): void
  dropDraft(guide: string): void
}
