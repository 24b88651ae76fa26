import type { Delivery } from '../../src/core/conversation/conversation.ts'

/** How one attempt to send a message ended, or all that it deserves. */
export type Sent =
  | { readonly kind: 'sent'; readonly activityId?: string | undefined }
  /** It is not sent any more: the channel will never take it, or may have it already. */
  | {
      readonly kind: 'refused'
      readonly status: number | string
      /** Nothing more can be sent to this conversation. */
      readonly isEnd?: true
    }
  /** It may work later: `after` so many milliseconds, or at the next look; the outbox keeps it. */
  | {
      readonly kind: 'failed'
      readonly status: number | string
      readonly after?: number | undefined
      /** Certainly not there: tried at once when the channel takes another message, or when a new one comes. */
      readonly isEager?: true
    }

/** This process's attempts to send one message; its sender keeps count. */
export interface Tries {
  /** Instant in real milliseconds of the first one. */
  readonly since: number
  times: number
  /** Those after which the message may be there. */
  unclear: number
  /** Last answer of the channel. */
  status?: number | string
  /** The verdict after which it is not sent any more. */
  over?: Sent
}

/**
 * Sends a message with the patience that it deserves; `replaced` is the channel's id of the one whose place it takes.
 * What it throws means `failed`.
 */
export type Send = (delivery: Delivery, tries: Tries, replaced?: string) => Promise<Sent>

/** Milliseconds for which a message has waited; one without an instant of its commit since this process knows it. */
export function ageOf({ at }: Delivery, { since }: Tries, now: number): number {
  return now - Math.min(at ?? since, since)
}
