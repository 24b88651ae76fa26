import { setTimeout as pause } from 'node:timers/promises'
import type { ConnectorClient, Outcome } from './connector-client.ts'
import type { Send, Sent } from './sending.ts'

const pausesMs = [300, 1_000, 3_000, 8_000]
const worthAnotherTry = new Set([408, 412, 429, 500, 502, 503, 504])

/**
 * Somebody waits for a reply: better twice than never. Once `hurry` is aborted, what fails is not tried again: the
 * outbox keeps it for the next start.
 */
export function createReplySend(connector: ConnectorClient, hurry: AbortSignal): Send {
  return async (delivery, replaced) => {
    for (const wait of pausesMs) {
      const outcome = await connector.attempt(delivery, replaced)
      const sent = judge(outcome)
      if (sent.kind !== 'failed' || hurry.aborted) return sent
      await pause(retryAfterOf(outcome) ?? wait, undefined, { signal: hurry }).catch(() => undefined)
    }
    return judge(await connector.attempt(delivery, replaced))
  }
}

function judge(outcome: Outcome): Sent {
  if (outcome.kind === 'taken') return { kind: 'sent', activityId: outcome.activityId }
  if (outcome.kind === 'foreign') return { kind: 'refused', status: 'foreign host' }
  if (outcome.kind === 'broken') return { kind: 'failed', status: outcome.reason }
  const { status } = outcome
  return { kind: worthAnotherTry.has(status) ? 'failed' : 'refused', status }
}

/** Nothing at all would be no pause. */
function retryAfterOf(outcome: Outcome): number | undefined {
  return outcome.kind === 'declined' ? outcome.retryAfter || undefined : undefined
}
