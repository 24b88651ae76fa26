import { createServiceHosts } from '../../../bot/connector/service-hosts.ts'
import type { Addresses } from '../../../bot/delivery/address-keeping.ts'
import { Dispatcher } from '../../../bot/delivery/dispatcher.ts'
import { openSenders, type SenderServices } from '../../../bot/delivery/senders.ts'
import type { Conversation, Delivery } from '../../../src/core/conversation/conversation.ts'
import { createLog } from '../../../src/process/log.ts'
import { createMetrics } from '../../../src/process/metrics.ts'
import type { Limits, Store } from '../../../src/store/ports.ts'
import { missing, nothing } from '../../adapters/contract/subject.ts'
import type { FakeConnector } from '../../support/connector/fake-connector.ts'

type RetryPolicies = NonNullable<SenderServices['retryPolicies']>

export interface BenchOptions {
  readonly connector: FakeConnector
  readonly limits?: Partial<Limits>
  readonly retryPolicy?: RetryPolicies['proactive']
  readonly replies?: RetryPolicies['replies']
  readonly authorise?: SenderServices['authorise']
  readonly addresses?: Partial<Addresses>
  /** Real time. */
  readonly wallClock?: () => number
  /** Makes writes to conversations fail. */
  readonly isBroken?: boolean
}

const refuse = () => Promise.reject(new Error('not of the courier'))
/** Milliseconds: a connector that hangs is given up after so long. */
const timeLimit = 300

/** A dispatcher with real sockets, and its record. */
export function openBench(options: BenchOptions) {
  const { connector } = options
  const metrics = createMetrics()
  const acknowledged: string[] = []
  const gone: string[] = []
  const amended: Delivery[] = []
  const held: string[] = []
  /** Stored data of every conversation. */
  let conversation: Conversation | undefined
  const store: Store = {
    open: async ({ conversation: id }) => {
      if (options.isBroken) return refuse()
      const address = { ...reminder('', id).address }
      const kept: Conversation = { schema: 1, address, welcomed: [], dialogs: {}, drafts: [] }
      conversation ??= kept
      return { ...nothing, conversation: { ...missing, value: conversation, version: 1 } }
    },
    commit: async ({ write }) => {
      conversation = write.conversation ?? conversation
      return 'committed'
    },
    acknowledge: async (_place, receipts) => {
      acknowledged.push(...receipts.map(({ delivery }) => delivery))
    },
    async *undelivered() {},
    lease: async () => undefined,
    release: async (conversations) => {
      held.push(...conversations.map(({ conversation }) => conversation))
    },
    amend: async (delivery) => {
      amended.push(delivery)
    },
    glance: refuse,
    async *events() {},
    check: refuse,
    close: refuse,
  }
  const addresses: Addresses = {
    ended: async ({ id }) => {
      gone.push(id)
    },
    refused: async () => false,
    reached: async () => undefined,
    ...options.addresses,
  }
  const { senders, hurry, close } = openSenders({
    authorise: async () => undefined,
    hosts: createServiceHosts({ extra: [], local: true }),
    metrics,
    store,
    log: createLog('silent'),
    wallClock: Date.now,
    ...options,
    addresses,
    limits: {
      take: async () => 0,
      pause: async () => undefined,
      close: async () => undefined,
      ...options.limits,
    },
    retryPolicies: {
      proactive: {
        backoff: [5, 10],
        updateBackoff: [5, 10],
        throttled: 50,
        jitter: 0,
        ...options.retryPolicy,
      },
      replies: { pauses: [5, 10], unclear: [5, 10], ...options.replies },
      updates: [5, 10],
    },
    timeLimit,
  })
  const log = createLog('silent')
  let isClosed = false
  const dispatcher = new Dispatcher({ store, senders, counts: metrics, newId: () => 'id', log })

  /** A reminder for a conversation that the connector knows. */
  function reminder(id: string, conversationId: string, some: Partial<Delivery> = {}): Delivery {
    return {
      id,
      tenant: 't1',
      unasked: true,
      activity: { type: 'message', text: id },
      address: {
        channel: 'msteams',
        serviceUrl: connector.serviceUrl,
        conversation: conversationId,
        bot: { id: 'bot' },
        person: { id: 'ann' },
      },
      ...some,
    }
  }

  return {
    dispatcher,
    hurry,
    reminder,
    /** A person waits for it. */
    reply: (id: string, conversationId: string, some: Partial<Delivery> = {}): Delivery => {
      const { unasked: _, ...reply } = reminder(id, conversationId, some)
      return reply
    },
    gone,
    amended,
    /** Conversations whose messages were left to others. */
    held,
    /** Finds a conversation marked with a lost reply. */
    hasLost: () => conversation?.lost === true,
    /** Sends, and waits until everything is sent or given up for now, and the store knows. */
    send: async (...deliveries: Delivery[]) => {
      dispatcher.send(deliveries)
      await dispatcher.idle()
    },
    /** Ids of what needs no more care. */
    acknowledged,
    /** A line of the metrics, such as `reminders_sent_total{what="message"}`; 0 where there is none. */
    count: async (line: string) => {
      const { text } = await metrics.text()
      return Number(
        text
          .split('\n')
          .find((one) => one.startsWith(`rewards_${line} `))
          ?.split(' ')[1] ?? 0,
      )
    },
    /** Ends in order; closed once more, nothing happens. */
    close: async () => {
      hurry()
      await dispatcher.idle()
      if (!isClosed) await close()
      isClosed = true
    },
  }
}
