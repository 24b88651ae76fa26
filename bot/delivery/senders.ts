import { setMaxListeners } from 'node:events'
import type { DeliveryCounts } from '../../src/process/metrics.ts'
import type { Store } from '../../src/store/ports.ts'
import { type ConnectorOptions, createConnectorClient } from '../connector/connector-client.ts'
import type { Sender } from './message-sender.ts'
import { createProactiveSender, type ProactiveServices } from './proactive-sender.ts'
import { createReplySender, type ReplyServices } from './reply-sender.ts'
import { createCautiousConnector, TakenOverMessages } from './taken-over-messages.ts'
import { createUpdateSender } from './update-sender.ts'

/** Senders of replies, card updates and proactive messages. */
export interface Senders {
  readonly reply: Sender
  readonly update: Sender
  readonly proactive: Sender
  /** Messages taken over from other processes. */
  readonly takenOver: TakenOverMessages
  /** Aborted when nothing may be retried. */
  readonly hurry: AbortSignal
}

export interface SenderServices
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
export function openSenders(services: SenderServices) {
  const ending = new AbortController()
  // One listener per conversation with a failing channel.
  setMaxListeners(0, ending.signal)
  const client = createConnectorClient(services)
  const takenOver = new TakenOverMessages()
  const connector = createCautiousConnector(client, services.store, takenOver)
  const { metrics: counts, retryPolicies = {} } = services
  const hurry = ending.signal
  const common = { ...services, connector, counts, hurry }
  const senders: Senders = {
    reply: createReplySender({ ...common, retryPolicy: retryPolicies.replies }),
    update: createUpdateSender({ ...common, pauses: retryPolicies.updates }),
    proactive: createProactiveSender({ ...common, retryPolicy: retryPolicies.proactive }),
    takenOver,
    hurry,
  }
  return {
    senders,
    /** Stops retries; the outbox keeps the rest for the next start. */
    hurry: () => ending.abort(),
    close: () => client.close(),
  }
}
