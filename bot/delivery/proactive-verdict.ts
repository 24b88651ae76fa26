import type { DropReason } from '../../src/process/metrics.ts'
import type { ConnectorOutcome, Declined } from '../connector/connector-client.ts'
import { namesDeletedMessage } from '../connector/deleted-message.ts'
import { namesAnEnd } from '../connector/ended-conversation.ts'
import { namesAnotherRegion } from '../connector/moved-conversation.ts'

/** Consequence of an attempt at a proactive message; times in milliseconds. */
export type ProactiveVerdict =
  | { readonly kind: 'sent'; readonly activityId?: string | undefined }
  /** The tenant is throttled. */
  | { readonly kind: 'throttled'; readonly retryAfter?: number | undefined }
  /** Not accepted; retry. */
  | { readonly kind: 'again'; readonly retryAfter?: number | undefined; readonly why: number | string }
  /** Not accepted, as the channel does not know the chat or the bot; it may err. */
  | { readonly kind: 'unknown'; readonly why: number | string }
  | { readonly kind: 'dropped'; readonly reason: DropReason; readonly why: number | string }

/** The message is finished. */
export type Final = Extract<ProactiveVerdict, { kind: 'sent' | 'dropped' }>

const passing = new Set([412, 502, 503, 504])
/** Updates are idempotent. */
const passingForUpdates = new Set([...passing, 500])
/** Statuses also returned by mistake; reports: docs/delivery.md. */
const unknown = new Set([401, 403, 404])

/**
 * Judges an attempt: at most once, except updates, which are idempotent. Source: msteams-docs, conversation-messages.md
 * (status codes of proactive messages) and rate-limit.md.
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
  // After 408 the message may have arrived.
  if (status === 408) return unclear(isUpdate, status)
  const isElsewhere = namesAnotherRegion(answer)
  if (isElsewhere || (unknown.has(status) && !namesDeletedMessage(answer)))
    return { kind: 'unknown', why: status }
  return { kind: 'dropped', reason: 'refused', why: status }
}

function unclear(isUpdate: boolean, why: number | string): ProactiveVerdict {
  return isUpdate ? { kind: 'again', why } : { kind: 'dropped', reason: 'ambiguous', why }
}
