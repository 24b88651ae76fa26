import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { Store } from '../../src/store/ports.ts'
import type { ConnectorClient, ConnectorOutcome } from '../connector/connector-client.ts'

/** Messages that another process left behind: the channel may have them already. */
export class Repeats {
  readonly #ids = new Set<string>()

  add({ id }: Delivery): void {
    this.#ids.add(id)
  }

  has({ id }: Delivery): boolean {
    return this.#ids.has(id)
  }

  /** It needs no more care. */
  drop({ id }: Delivery): void {
    this.#ids.delete(id)
  }
}

/**
 * Sends what was left behind once more at most, however many processes die over it: the store is told before. Updates
 * are sent as often as need be: twice shows the same.
 */
export function createCautiousConnector(
  connector: ConnectorClient,
  store: Pick<Store, 'amend'>,
  repeats: Repeats,
): ConnectorClient {
  return {
    ...connector,
    attempt: async (delivery, replaced) => {
      if (replaced !== undefined || !repeats.has(delivery)) return connector.attempt(delivery, replaced)
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
