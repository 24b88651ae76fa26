import type { Logger } from 'pino'
import type { Delivery } from '../src/core/conversation.ts'
import type { ConversationKeys, Receipt, Store } from '../src/ports.ts'
import type { ConnectorClient, Sent } from './connector-client.ts'
import { Receipts } from './receipts.ts'

export interface Courier {
  /** Takes messages over for delivery, in order within a conversation; does not wait for them. */
  send(deliveries: readonly Delivery[]): void
  /** Delivers what an earlier process committed but could not send. */
  catchUp(): Promise<void>
  /** Receipts of a conversation that the store does not know yet: its next turn takes them along. */
  takeReceipts(place: ConversationKeys): readonly Receipt[]
  /** Resolves when everything is delivered or given up for now, and the store knows. */
  idle(): Promise<void>
}

/** Messages of one conversation, oldest first. One that cannot be sent holds up those behind it, and nobody else. */
interface Queue {
  readonly waiting: Delivery[]
  working: Promise<void> | undefined
}

export function createCourier(store: Store, connector: ConnectorClient, log: Logger): Courier {
  const queues = new Map<string, Queue>()
  const receipts = new Receipts(store, (error) => log.warn({ err: error }, 'receipts not kept yet'))

  const queueOf = (conversation: string): Queue => {
    const queue = queues.get(conversation) ?? { waiting: [], working: undefined }
    queues.set(conversation, queue)
    return queue
  }

  const enqueue = (delivery: Delivery) => {
    const { conversation } = delivery.address
    const queue = queueOf(conversation)
    queue.waiting.push(delivery)
    queue.working ??= work(conversation, queue).finally(() => {
      queue.working = undefined
    })
  }

  const work = async (conversation: string, { waiting }: Queue) => {
    for (let first = waiting[0]; first; first = waiting[0]) {
      if (!(await deliver(first))) return
      waiting.shift()
    }
    queues.delete(conversation)
  }

  /** True when the message needs no more care. */
  const deliver = async (delivery: Delivery): Promise<boolean> => {
    const about = { delivery: delivery.id }
    try {
      const sent = delivery.replaces ? await replace(delivery) : await connector.post(delivery)
      if (sent.kind !== 'sent') log.warn({ ...about, status: sent.status }, `message ${sent.kind}`)
      if (sent.kind !== 'failed') note(delivery, sent)
      return sent.kind !== 'failed'
    } catch (error) {
      log.error({ ...about, err: error }, 'message failed')
      return false
    }
  }

  const replace = async (delivery: Delivery): Promise<Sent> => {
    const { replaces } = delivery
    const known = replaces?.activityId ?? (replaces && receipts.activityIdOf(replaces.delivery))
    // A channel that named no message has nothing to replace: the old card stays, and answers as an old one.
    return known === undefined ? { kind: 'sent' } : connector.put(delivery, known)
  }

  const note = ({ id, tenant, address }: Delivery, sent: Sent) => {
    const activityId = sent.kind === 'sent' ? sent.activityId : undefined
    receipts.add(
      { tenant, conversation: address.conversation },
      { delivery: id, ...(activityId && { activityId }) },
    )
  }

  return {
    send: (deliveries) => {
      for (const delivery of deliveries) enqueue(delivery)
    },
    catchUp: async () => {
      for await (const delivery of store.undelivered()) enqueue(delivery)
    },
    takeReceipts: (place) => receipts.take(place),
    idle: async () => {
      await Promise.all([...queues.values()].map(({ working }) => working))
      await receipts.flush()
    },
  }
}
