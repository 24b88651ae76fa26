import { conversationName } from '../../src/store/conversation-name.ts'
import type { Leased, Store } from '../../src/store/ports.ts'
import type { DeliveryQueues } from './delivery-queues.ts'
import type { Receipts } from './receipts.ts'

/** Leases on conversations whose messages this process sends: renewed while it runs, released at its end. */
export class Leases {
  readonly #store: Pick<Store, 'lease' | 'release'>
  readonly #queues: Pick<DeliveryQueues, 'places'>
  readonly #receipts: Pick<Receipts, 'places'>

  constructor(
    store: Pick<Store, 'lease' | 'release'>,
    queues: Pick<DeliveryQueues, 'places'>,
    receipts: Pick<Receipts, 'places'>,
  ) {
    this.#store = store
    this.#queues = queues
    this.#receipts = receipts
  }

  async renew(): Promise<void> {
    const places = together([...this.#queues.places, ...this.#receipts.places])
    if (places.length > 0) await this.#store.lease(places)
  }

  /** Releases conversations without unstored receipts; others' messages would be sent again. */
  async release(): Promise<void> {
    const untold = new Set(this.#receipts.places.map(conversationName))
    const places = this.#queues.places.filter((place) => !untold.has(conversationName(place)))
    if (places.length > 0) await this.#store.release(places)
  }
}

/** Merges entries of the same conversation. */
function together(places: readonly Leased[]): Leased[] {
  const byName = new Map<string, Leased>()
  for (const place of places) {
    const name = conversationName(place)
    const known = byName.get(name)?.messages ?? 0
    byName.set(name, { ...place, messages: known + place.messages })
  }
  return [...byName.values()]
}
