import type { Logger } from 'pino'
import { noteReached, noteRefusal, type PartingServices, partFrom } from '../../src/changes/roster-changes.ts'
import type { Delivery } from '../../src/core/conversation/conversation.ts'

/** Records in the roster what responses of the channel say about addresses. Never rejects. */
export interface Addresses {
  /** Closes the address until the person returns, for a stated reason. */
  ended(delivery: Delivery): Promise<void>
  /** Notes an unexplained refusal; true once they have lasted so long that the address is closed. */
  refused(delivery: Delivery): Promise<boolean>
  /** Notes a successful delivery. */
  reached(delivery: Delivery): Promise<void>
}

/** Creates the recording of address states. */
export function createAddresses(services: PartingServices & { readonly log: Logger }): Addresses {
  const { log } = services
  const lenient = async <T>(noted: Promise<T>, otherwise: T): Promise<T> =>
    noted.catch((err: unknown) => {
      log.error({ err }, 'the state of an address could not be stored')
      return otherwise
    })
  return {
    ended: async (delivery) => {
      log.warn({ delivery: delivery.id }, 'a conversation is closed')
      await lenient(partFrom(services, delivery), undefined)
    },
    refused: (delivery) => lenient(noteRefusal(services, delivery), false),
    reached: (delivery) => lenient(noteReached(services, delivery), undefined),
  }
}
