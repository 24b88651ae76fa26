import type { Delivery } from '../../src/core/conversation/conversation.ts'

/** Result of sending a message. */
export type Sent =
  | { readonly kind: 'sent'; readonly activityId?: string | undefined }
  /** Finished: the channel will never accept it, or may already have it. */
  | {
      readonly kind: 'refused'
      readonly status: number | string
      /** The conversation is closed. */
      readonly isEnd?: true
    }
  /** Failed for now: retried `after` milliseconds, or at the next check of the outbox. */
  | {
      readonly kind: 'failed'
      readonly status: number | string
      readonly after?: number | undefined
      /** Certainly not arrived: retried as soon as the channel accepts another message or a new one is queued. */
      readonly isEager?: true
    }

/** Attempts of this process at one message, counted by its sender. */
export interface Tries {
  /** Wall-clock time of the first attempt, milliseconds. */
  readonly since: number
  times: number
  /** Attempts after which the message may have arrived. */
  unclear: number
  /** Last response of the channel. */
  status?: number | string
  /** Final result. */
  over?: Sent
}

/** Sends a message; `replaced` is the channel id of the message to update. A rejection means `failed`. */
export type Sender = (delivery: Delivery, tries: Tries, replaced?: string) => Promise<Sent>

/** Age of a message in milliseconds, from its commit, or from its first attempt if that is unknown. */
export function ageOf({ at }: Delivery, { since }: Tries, now: number): number {
  return now - Math.min(at ?? since, since)
}
