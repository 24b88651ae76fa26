import { setMaxListeners } from 'node:events'
import type { ReminderCounts } from '../src/metrics.ts'
import { type ConnectorOptions, createConnectorClient } from './connector-client.ts'
import type { Sends } from './courier.ts'
import { createReplySend } from './replies.ts'
import { createUnaskedSend, type UnaskedServices } from './unasked.ts'

export interface SendServices
  extends ConnectorOptions,
    Omit<UnaskedServices, 'connector' | 'counts' | 'hurry'> {
  readonly metrics: ReminderCounts
}

/** The ways to the channel. */
export function openSends(services: SendServices) {
  const ending = new AbortController()
  // As many as there are conversations whose channel is down.
  setMaxListeners(0, ending.signal)
  const connector = createConnectorClient(services)
  const hurry = ending.signal
  const sends: Sends = {
    reply: createReplySend(connector, hurry),
    unasked: createUnaskedSend({ ...services, connector, counts: services.metrics, hurry }),
  }
  return {
    sends,
    /** From now on what fails is not tried again: the outbox keeps it for the next start. */
    hurry: () => ending.abort(),
    close: () => connector.close(),
  }
}
