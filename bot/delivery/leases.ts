import { conversationName } from '../../src/store/conversation-name.ts'
import type { Leased, Store } from '../../src/store/ports.ts'
import type { DeliveryQueues } from './delivery-queues.ts'
import type { Receipts } from './receipts.ts'

/** Leases on conversations whose messages this process sends: renewed while it runs, released at its end. */
export class Leases {
  readonly #store: Pick<Store, 'lease' | 'release'>
  readonly #queues: Pick<DeliveryQueues, 'conversations'>
  readonly #receipts: Pick<Receipts, 'conversations'>

  constructor(
    store: Pick<Store, 'lease' | 'release'>,
    queues: Pick<DeliveryQueues, 'conversations'>,
    receipts: Pick<Receipts, 'conversations'>,
  ) {
    this.#store = store
    this.#queues = queues
    this.#receipts = receipts
  }

  async renew(): Promise<void> {
    const conversations = together([...this.#queues.conversations, ...this.#receipts.conversations])
    if (conversations.length > 0) await this.#store.lease(conversations)
  }

  /** Releases conversations without unstored receipts; others' messages would be sent again. */
  async release(): Promise<void> {
    const unstored = new Set(this.#receipts.conversations.map(conversationName))
    const conversations = this.#queues.conversations.filter((keys) => !unstored.has(conversationName(keys)))
    if (conversations.length > 0) await this.#store.release(conversations)
  }
}

/** Merges entries of the same conversation. */
function together(conversations: readonly Leased[]): Leased[] {
  const byName = new Map<string, Leased>()
  for (const keys of conversations) {
    const name = conversationName(keys)
    const known = byName.get(name)?.messages ?? 0
    byName.set(name, { ...keys, messages: known + keys.messages })
  }
  return [...byName.values()]
}
