import type { DropReason } from '../../src/process/metrics.ts'
import type { ConnectorOutcome, Declined } from '../connector/connector-client.ts'
import { namesDeletedMessage } from '../connector/deleted-message.ts'
import { namesAnEnd } from '../connector/ended-conversation.ts'
import { namesAnotherRegion } from '../connector/moved-conversation.ts'

/** What follows from an attempt to send what nobody asked for; times in milliseconds. */
export type ProactiveVerdict =
  | { readonly kind: 'sent'; readonly activityId?: string | undefined }
  /** The channel wants nothing for this tenant for a while. */
  | { readonly kind: 'throttled'; readonly retryAfter?: number | undefined }
  /** Certainly not taken, and it may be the next time. */
  | { readonly kind: 'again'; readonly retryAfter?: number | undefined; readonly why: number | string }
  /** Certainly not taken, as the channel does not know the chat or the bot; it may be mistaken. */
  | { readonly kind: 'unknown'; readonly why: number | string }
  | { readonly kind: 'dropped'; readonly reason: DropReason; readonly why: number | string }

/** Nothing more is done about the message. */
export type Final = Extract<ProactiveVerdict, { kind: 'sent' | 'dropped' }>

const passing = new Set([412, 502, 503, 504])
/** Of an update that comes again: twice shows the same. */
const passingForUpdates = new Set([...passing, 500])
/** Statuses that a channel also answers by mistake: docs/delivery.md has reports. */
const unknown = new Set([401, 403, 404])

/**
 * Better never than twice. `isUpdate`: it takes the place of a message, so twice does no harm.
 * Source: msteams-docs, conversation-messages.md (status codes of proactive messages), and rate-limit.md.
 */
export function judgeProactive(outcome: ConnectorOutcome, isUpdate: boolean): ProactiveVerdict {
  if (outcome.kind === 'taken') return { kind: 'sent', activityId: outcome.activityId }
  if (outcome.kind === 'foreign') return { kind: 'dropped', reason: 'foreign-host', why: 'foreign host' }
  if (outcome.kind === 'repeated') return { kind: 'dropped', reason: 'ambiguous', why: 'sent twice' }
  if (outcome.kind === 'broken')
    return outcome.mayHaveArrived ? unclear(isUpdate, outcome.reason) : { kind: 'again', why: outcome.reason }
  return judgeAnswer(outcome, isUpdate)
}

function judgeAnswer(answer: Declined, isUpdate: boolean): ProactiveVerdict {
  const { status, retryAfter } = answer
  if (namesAnEnd(answer)) return { kind: 'dropped', reason: 'gone', why: status }
  if (status === 429) return { kind: 'throttled', retryAfter }
  if ((isUpdate ? passingForUpdates : passing).has(status)) return { kind: 'again', retryAfter, why: status }
  // Who answers so has not read all of the message, or does not know any more whether it did.
  if (status === 408) return unclear(isUpdate, status)
  const isElsewhere = namesAnotherRegion(answer)
  if (isElsewhere || (unknown.has(status) && !namesDeletedMessage(answer)))
    return { kind: 'unknown', why: status }
  return { kind: 'dropped', reason: 'refused', why: status }
}

function unclear(isUpdate: boolean, why: number | string): ProactiveVerdict {
  return isUpdate ? { kind: 'again', why } : { kind: 'dropped', reason: 'ambiguous', why }
}
