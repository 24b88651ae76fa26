import type { Logger } from 'pino'
import { noteReached, noteRefusal, type PartingServices, partFrom } from '../../src/changes/roster-changes.ts'
import type { Delivery } from '../../src/core/conversation/conversation.ts'

/** Notes what the channel's answers tell of kept addresses. Nothing here rejects. */
export interface Addresses {
  /** The channel names a reason: nothing more goes there until the person is back. */
  ended(delivery: Delivery): Promise<void>
  /** The channel refuses without a name; true when it has done so for so long that the address is given up. */
  refused(delivery: Delivery): Promise<boolean>
  /** Something got through. */
  reached(delivery: Delivery): Promise<void>
}

/** Notes in the roster what becomes of addresses. */
export function createAddresses(services: PartingServices & { readonly log: Logger }): Addresses {
  const { log } = services
  const lenient = async <T>(noted: Promise<T>, otherwise: T): Promise<T> =>
    noted.catch((err: unknown) => {
      log.error({ err }, 'what became of an address was not noted')
      return otherwise
    })
  return {
    ended: async (delivery) => {
      log.warn({ delivery: delivery.id }, 'a conversation takes nothing more')
      await lenient(partFrom(services, delivery), undefined)
    },
    refused: (delivery) => lenient(noteRefusal(services, delivery), false),
    reached: (delivery) => lenient(noteReached(services, delivery), undefined),
  }
}
