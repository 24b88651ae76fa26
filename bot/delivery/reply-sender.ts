import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { DeliveryCounts, LossReason } from '../../src/process/metrics.ts'
import type { Clock } from '../../src/store/ports.ts'
import type { ConnectorClient, ConnectorOutcome } from '../connector/connector-client.ts'
import { namesAnEnd } from '../connector/ended-conversation.ts'
import { namesAnotherRegion } from '../connector/moved-conversation.ts'
import { ageOf, type Sender, type Sent, type Tries } from './message-sender.ts'

/** Retry policy of replies, in milliseconds. */
export interface ReplyRetryPolicy {
  /** Pauses after attempts that certainly failed; the last one repeats. */
  readonly pauses: readonly number[]
  /** Pauses after ambiguous attempts; then the reply is dropped. */
  readonly unclear: readonly number[]
  /** Age after which a failed attempt is final, once there were `fewest` attempts. */
  readonly longest: number
  readonly fewest: number
}

/** Policy outside tests: loses nothing if the channel is down for a minute. */
export const replyRetryPolicy: ReplyRetryPolicy = {
  pauses: [300, 1_000, 3_000, 5_000],
  unclear: [1_000, 10_000],
  longest: 70_000,
  fewest: 3,
}

export interface ReplyServices {
  readonly connector: ConnectorClient
  readonly counts: Pick<DeliveryCounts, 'replyLost' | 'replyRetried'>
  /** Wall clock. */
  readonly wallClock: Clock
  readonly retryPolicy?: Partial<ReplyRetryPolicy> | undefined
}

/** Transient statuses; reasons: docs/delivery.md. */
const passing = new Set([401, 403, 404, 412, 429, 500, 502, 503, 504])

/** Creates the sender of replies: at least once, as a person waits, but not for ever. */
export function createReplySender(services: ReplyServices): Sender {
  const retryPolicy = { ...replyRetryPolicy, ...services.retryPolicy }
  return async (delivery, tries) => {
    const outcome = await services.connector.attempt(tries.status === 404 ? plain(delivery) : delivery)
    tries.times += 1
    tries.status = statusOf(outcome)
    if (outcome.kind === 'taken') return { kind: 'sent', activityId: outcome.activityId }
    const verdict = judge(outcome)
    if (verdict.kind === 'final') return giveUp(services, verdict.reason, outcome)
    const after = waitAfter(verdict, tries, retryPolicy, ageOf(delivery, tries, services.wallClock()))
    if (after === undefined)
      return giveUp(services, verdict.kind === 'unclear' ? 'ambiguous' : 'expired', outcome)
    services.counts.replyRetried()
    const isEager = verdict.kind === 'again' && retryAfterOf(outcome) === undefined
    return { kind: 'failed', status: statusOf(outcome), after, ...(isEager && { isEager }) }
  }
}

/** Sends without `replyTo`: the answered message may be deleted. */
function plain({ replyTo: _, ...delivery }: Delivery): Delivery {
  return delivery
}

type Verdict =
  | { readonly kind: 'again'; readonly retryAfter?: number | undefined }
  /** May have arrived. */
  | { readonly kind: 'unclear' }
  | { readonly kind: 'final'; readonly reason: LossReason }

function judge(outcome: Exclude<ConnectorOutcome, { kind: 'taken' }>): Verdict {
  if (outcome.kind === 'foreign') return { kind: 'final', reason: 'refused' }
  if (outcome.kind === 'repeated') return { kind: 'final', reason: 'ambiguous' }
  if (outcome.kind === 'broken') return { kind: outcome.mayHaveArrived ? 'unclear' : 'again' }
  if (outcome.status === 408) return { kind: 'unclear' }
  if (namesAnotherRegion(outcome)) return { kind: 'again' }
  if (namesAnEnd(outcome) || !passing.has(outcome.status)) return { kind: 'final', reason: 'refused' }
  return { kind: 'again', retryAfter: retryAfterOf(outcome) }
}

/** Milliseconds until the next attempt; undefined if there is none. */
function waitAfter(
  verdict: Exclude<Verdict, { kind: 'final' }>,
  tries: Tries,
  { pauses, unclear, longest, fewest }: ReplyRetryPolicy,
  age: number,
): number | undefined {
  if (verdict.kind === 'unclear') {
    tries.unclear += 1
    return unclear[tries.unclear - 1]
  }
  if (age >= longest && tries.times >= fewest) return undefined
  return verdict.retryAfter ?? pauses[tries.times - 1] ?? pauses.at(-1)
}

function giveUp({ counts }: ReplyServices, reason: LossReason, outcome: ConnectorOutcome): Sent {
  counts.replyLost(reason)
  const isEnd = outcome.kind === 'declined' && namesAnEnd(outcome)
  return { kind: 'refused', status: statusOf(outcome), ...(isEnd && { isEnd }) }
}

/** Status of a failed attempt, for the log. */
export function statusOf(outcome: ConnectorOutcome): number | string {
  if (outcome.kind === 'declined') return outcome.status
  return outcome.kind === 'broken' ? outcome.reason : outcome.kind
}

/** Retry-After in milliseconds; 0 counts as absent. */
function retryAfterOf(outcome: ConnectorOutcome): number | undefined {
  return outcome.kind === 'declined' ? outcome.retryAfter || undefined : undefined
}
