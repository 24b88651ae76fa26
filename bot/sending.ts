import type { Delivery } from '../src/core/conversation.ts'

export type Sent =
  | { readonly kind: 'sent'; readonly activityId?: string | undefined }
  /** It is not sent any more: the channel will never take it, or may have it already. */
  | { readonly kind: 'refused'; readonly status: number | string }
  /** It may work later: the outbox keeps it. */
  | { readonly kind: 'failed'; readonly status: number | string }

/**
 * Sends a message with the patience that it deserves; `replaced` is the channel's id of the one whose place it takes.
 * What it throws means `failed`.
 */
export type Send = (delivery: Delivery, replaced?: string) => Promise<Sent>
