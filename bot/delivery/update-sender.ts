import { setTimeout as pause } from 'node:timers/promises'
import type { DeliveryCounts } from '../../src/process/metrics.ts'
import type { ConnectorClient, ConnectorOutcome } from '../connector/connector-client.ts'
import { namesDeletedMessage } from '../connector/deleted-message.ts'
import type { Sender } from './message-sender.ts'
import { statusOf } from './reply-sender.ts'

export interface UpdateServices {
  readonly connector: ConnectorClient
  readonly counts: Pick<DeliveryCounts, 'updateFailed'>
  /** Once aborted, nothing is retried: the outbox keeps it for the next start. */
  readonly hurry: AbortSignal
  /** Milliseconds between attempts. */
  readonly pauses?: readonly number[] | undefined
}

/** Milliseconds between attempts; then the update is dropped. */
export const updatePauses: readonly number[] = [500, 2_000]

const passing = new Set([401, 403, 404, 408, 412, 429, 500, 502, 503, 504])

/** Creates the sender of card updates, for which nobody waits. */
export function createUpdateSender({
  connector,
  counts,
  hurry,
  pauses = updatePauses,
}: UpdateServices): Sender {
  return async (delivery, tries, replaced) => {
    for (const wait of [...pauses, undefined]) {
      const outcome = await connector.attempt(delivery, replaced)
      tries.times += 1
      if (outcome.kind === 'taken') return { kind: 'sent', activityId: outcome.activityId }
      if (wait === undefined || !isPassing(outcome)) return giveUp(outcome)
      if (hurry.aborted) return { kind: 'failed', status: statusOf(outcome) }
      await pause(wait, undefined, { signal: hurry }).catch(() => undefined)
    }
    return { kind: 'failed', status: 'stopping' }
  }

  function giveUp(outcome: ConnectorOutcome) {
    counts.updateFailed('reply')
    return { kind: 'refused', status: statusOf(outcome) } as const
  }
}

/** Messages deleted by the person do not come back. */
function isPassing(outcome: ConnectorOutcome): boolean {
  if (outcome.kind !== 'declined') return outcome.kind === 'broken'
  return passing.has(outcome.status) && !namesDeletedMessage(outcome)
}
