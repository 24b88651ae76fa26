import { setMaxListeners } from 'node:events'
import type { DeliveryCounts } from '../../src/process/metrics.ts'
import type { Store } from '../../src/store/ports.ts'
import { type ConnectorOptions, createConnectorClient } from '../connector/connector-client.ts'
import { createProactiveSend, type ProactiveServices } from './proactive-send.ts'
import { createCautiousConnector, Repeats } from './repeats.ts'
import { createReplySend, type ReplyServices } from './reply-send.ts'
import type { Send } from './send.ts'
import { createUpdateSend } from './update-send.ts'

/** The ways to the channel: for replies, for updates of cards, and for what nobody asked for with its updates. */
export interface Sends {
  readonly reply: Send
  readonly update: Send
  readonly proactive: Send
  /** Messages that other processes left. */
  readonly repeats: Repeats
  /** Aborted when nothing is to be tried again. */
  readonly hurry: AbortSignal
}

export interface SendServices
  extends ConnectorOptions,
    Omit<ProactiveServices, 'connector' | 'counts' | 'hurry' | 'patience'> {
  readonly store: Pick<Store, 'amend'>
  readonly metrics: DeliveryCounts
  readonly patience?: {
    readonly proactive?: ProactiveServices['patience']
    readonly replies?: ReplyServices['patience']
    readonly updates?: readonly number[]
  }
}

/** Opens the ways to the channel. */
export function openSends(services: SendServices) {
  const ending = new AbortController()
  // As many as there are conversations whose channel is down.
  setMaxListeners(0, ending.signal)
  const client = createConnectorClient(services)
  const repeats = new Repeats()
  const connector = createCautiousConnector(client, services.store, repeats)
  const { metrics: counts, patience = {} } = services
  const hurry = ending.signal
  const common = { ...services, connector, counts, hurry }
  const sends: Sends = {
    reply: createReplySend({ ...common, patience: patience.replies }),
    update: createUpdateSend({ ...common, pauses: patience.updates }),
    proactive: createProactiveSend({ ...common, patience: patience.proactive }),
    repeats,
    hurry,
  }
  return {
    sends,
    /** From now on what fails is not tried again: the outbox keeps it for the next start. */
    hurry: () => ending.abort(),
    close: () => client.close(),
  }
}
