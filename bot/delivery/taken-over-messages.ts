import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { Store } from '../../src/store/ports.ts'
import type { ConnectorClient, ConnectorOutcome } from '../connector/connector-client.ts'

/** Messages taken over from another process; the channel may already have them. */
export class TakenOverMessages {
  readonly #ids = new Set<string>()

  add({ id }: Delivery): void {
    this.#ids.add(id)
  }

  has({ id }: Delivery): boolean {
    return this.#ids.has(id)
  }

  /** Stops tracking a message. */
  drop({ id }: Delivery): void {
    this.#ids.delete(id)
  }
}

/**
 * Wraps a connector to send each message taken over at most once more, whichever process does: the store is told first.
 * Updates are idempotent and unrestricted.
 */
export function createCautiousConnector(
  connector: ConnectorClient,
  store: Pick<Store, 'amend'>,
  takenOver: TakenOverMessages,
): ConnectorClient {
  return {
    ...connector,
    attempt: async (delivery, replaced) => {
      if (replaced !== undefined || !takenOver.has(delivery)) return connector.attempt(delivery, replaced)
      if (delivery.again) return { kind: 'repeated' }
      await store.amend({ ...delivery, again: true })
      const outcome = await connector.attempt(delivery)
      if (isCertainlyNotThere(outcome)) await store.amend(delivery)
      return outcome
    },
  }
}

function isCertainlyNotThere(outcome: ConnectorOutcome): boolean {
  if (outcome.kind === 'declined') return outcome.status !== 408
  return outcome.kind === 'foreign' || (outcome.kind === 'broken' && !outcome.mayHaveArrived)
}
