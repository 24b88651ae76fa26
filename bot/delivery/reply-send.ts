import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { DeliveryCounts, LossReason } from '../../src/process/metrics.ts'
import type { Clock } from '../../src/store/ports.ts'
import type { ConnectorClient, ConnectorOutcome } from '../connector/connector-client.ts'
import { namesAnEnd } from '../connector/ended-conversation.ts'
import { namesAnotherRegion } from '../connector/moved-conversation.ts'
import { ageOf, type Send, type Sent, type Tries } from './send.ts'

/** Milliseconds. */
export interface ReplyPatience {
  /** Between attempts after which the message is certainly not there; the last one again and again. */
  readonly pauses: readonly number[]
  /** Between attempts after which it may be there; then it is given up. */
  readonly unclear: readonly number[]
  /** An attempt that fails at this age is the last one, but there are as many as `fewest`. */
  readonly longest: number
  readonly fewest: number
}

/** A channel that is away for a minute loses nothing. */
export const replyPatience: ReplyPatience = {
  pauses: [300, 1_000, 3_000, 5_000],
  unclear: [1_000, 10_000],
  longest: 70_000,
  fewest: 3,
}

export interface ReplyServices {
  readonly connector: ConnectorClient
  readonly counts: Pick<DeliveryCounts, 'replyLost' | 'replyRetried'>
  /** Real time, in which people wait. */
  readonly wallClock: Clock
  readonly patience?: Partial<ReplyPatience> | undefined
}

/** Once the channel is there again they take the same message. docs/delivery.md has the reason for each. */
const passing = new Set([401, 403, 404, 412, 429, 500, 502, 503, 504])

/** One attempt at a reply: rather twice than never, as a person waits, but not for ever. */
export function createReplySend(services: ReplyServices): Send {
  const patience = { ...replyPatience, ...services.patience }
  return async (delivery, tries) => {
    const outcome = await services.connector.attempt(tries.status === 404 ? plain(delivery) : delivery)
    tries.times += 1
    tries.status = statusOf(outcome)
    if (outcome.kind === 'taken') return { kind: 'sent', activityId: outcome.activityId }
    const verdict = judge(outcome)
    if (verdict.kind === 'final') return giveUp(services, verdict.reason, outcome)
    const after = waitAfter(verdict, tries, patience, ageOf(delivery, tries, services.wallClock()))
    if (after === undefined)
      return giveUp(services, verdict.kind === 'unclear' ? 'ambiguous' : 'expired', outcome)
    services.counts.replyRetried()
    const isEager = verdict.kind === 'again' && retryAfterOf(outcome) === undefined
    return { kind: 'failed', status: statusOf(outcome), after, ...(isEager && { isEager }) }
  }
}

/** It may be the message that is answered which the channel does not find: it was deleted. */
function plain({ replyTo: _, ...delivery }: Delivery): Delivery {
  return delivery
}

type Verdict =
  | { readonly kind: 'again'; readonly retryAfter?: number | undefined }
  /** It may be there. */
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

/** Milliseconds until the next attempt; undefined when there is none. */
function waitAfter(
  verdict: Exclude<Verdict, { kind: 'final' }>,
  tries: Tries,
  { pauses, unclear, longest, fewest }: ReplyPatience,
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

/** For the log. */
export function statusOf(outcome: ConnectorOutcome): number | string {
  if (outcome.kind === 'declined') return outcome.status
  return outcome.kind === 'broken' ? outcome.reason : outcome.kind
}

/** Nothing at all would be no pause. */
function retryAfterOf(outcome: ConnectorOutcome): number | undefined {
  return outcome.kind === 'declined' ? outcome.retryAfter || undefined : undefined
}
