import type { Delivery } from '../src/core/conversation.ts'
import type { ConversationKeys, Held } from '../src/ports.ts'

/**
 * Messages of one conversation, oldest first. One that cannot be sent holds up those behind it, and nobody else:
 * replies do not wait for what nobody asked for.
 */
interface Queue {
  readonly name: string
  readonly place: ConversationKeys
  readonly waiting: Delivery[]
  working: Promise<void> | undefined
}

/** Sends messages in order within their conversations, and all conversations at once. */
export class DeliveryQueues {
  readonly #queues = new Map<string, Queue>()
  readonly #deliver: (delivery: Delivery) => Promise<boolean>

  /** `deliver` tells whether the message needs no more care. */
  constructor(deliver: (delivery: Delivery) => Promise<boolean>) {
    this.#deliver = deliver
  }

  add(delivery: Delivery): void {
    const queue = this.#queueOf(delivery)
    if (queue.waiting.some(({ id }) => id === delivery.id)) return
    queue.waiting.push(delivery)
    this.#work(queue)
  }

  /** Tries again what could not be sent. */
  resume(): void {
    for (const queue of this.#queues.values()) this.#work(queue)
  }

  /** Conversations in which something waits. */
  get places(): Held[] {
    return [...this.#queues.values()].map(({ place, waiting }) => ({ ...place, messages: waiting.length }))
  }

  /** Resolves when everything is sent or given up for now. */
  async idle(): Promise<void> {
    await Promise.all([...this.#queues.values()].map(({ working }) => working))
  }

  /** Resolves when these are sent or given up for now. */
  async settled(deliveries: readonly Delivery[]): Promise<void> {
    const queues = new Set(deliveries.map((delivery) => this.#queues.get(nameOf(delivery))))
    await Promise.all([...queues].map((queue) => queue?.working))
  }

  #queueOf(delivery: Delivery): Queue {
    const name = nameOf(delivery)
    const known = this.#queues.get(name)
    if (known) return known
    const { tenant, address } = delivery
    const place = { tenant, conversation: address.conversation }
    const queue: Queue = { name, place, waiting: [], working: undefined }
    this.#queues.set(name, queue)
    return queue
  }

  #work(queue: Queue): void {
    queue.working ??= this.#empty(queue).finally(() => {
      queue.working = undefined
    })
  }

  async #empty({ name, waiting }: Queue): Promise<void> {
    for (let first = waiting[0]; first; first = waiting[0]) {
      if (!(await this.#deliver(first))) return
      waiting.shift()
    }
    this.#queues.delete(name)
  }
}

function nameOf({ tenant, address, unasked }: Delivery): string {
  return JSON.stringify([tenant, address.conversation, unasked === true])
}
