import { setMaxListeners } from 'node:events'
import type { DeliveryCounts } from '../../src/process/metrics.ts'
import type { Store } from '../../src/store/ports.ts'
import { type ConnectorOptions, createConnectorClient } from '../connector/connector-client.ts'
import { createProactiveSend, type ProactiveServices } from './proactive-send.ts'
import { createCautiousConnector, Repeats } from './repeats.ts'
import { createReplySend, type ReplyServices } from './reply-send.ts'
import type { Send } from './send.ts'
import { createUpdateSend } from './update-send.ts'

/** Senders of replies, card updates and proactive messages. */
export interface Sends {
  readonly reply: Send
  readonly update: Send
  readonly proactive: Send
  /** Messages taken over from other processes. */
  readonly repeats: Repeats
  /** Aborted when nothing may be retried. */
  readonly hurry: AbortSignal
}

export interface SendServices
  extends ConnectorOptions,
    Omit<ProactiveServices, 'connector' | 'counts' | 'hurry' | 'retryPolicy'> {
  readonly store: Pick<Store, 'amend'>
  readonly metrics: DeliveryCounts
  readonly retryPolicies?: {
    readonly proactive?: ProactiveServices['retryPolicy']
    readonly replies?: ReplyServices['retryPolicy']
    readonly updates?: readonly number[]
  }
}

/** Creates the senders and the client that they share. */
export function openSends(services: SendServices) {
  const ending = new AbortController()
  // One listener per conversation with a failing channel.
  setMaxListeners(0, ending.signal)
  const client = createConnectorClient(services)
  const repeats = new Repeats()
  const connector = createCautiousConnector(client, services.store, repeats)
  const { metrics: counts, retryPolicies = {} } = services
  const hurry = ending.signal
  const common = { ...services, connector, counts, hurry }
  const sends: Sends = {
    reply: createReplySend({ ...common, retryPolicy: retryPolicies.replies }),
    update: createUpdateSend({ ...common, pauses: retryPolicies.updates }),
    proactive: createProactiveSend({ ...common, retryPolicy: retryPolicies.proactive }),
    repeats,
    hurry,
  }
  return {
    sends,
    /** Stops retries; the outbox keeps the rest for the next start. */
    hurry: () => ending.abort(),
    close: () => client.close(),
  }
}
