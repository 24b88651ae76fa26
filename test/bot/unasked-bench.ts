import { createCourier } from '../../bot/courier.ts'
import { openSends } from '../../bot/sends.ts'
import { createServiceHosts } from '../../bot/service-hosts.ts'
import type { Patience } from '../../bot/unasked.ts'
import type { Delivery } from '../../src/core/conversation.ts'
import { createLog } from '../../src/log.ts'
import { createMetrics } from '../../src/metrics.ts'
import type { Limits, Store } from '../../src/ports.ts'
import type { FakeConnector } from '../support/fake-connector.ts'

export interface BenchOptions {
  readonly connector: FakeConnector
  readonly limits?: Partial<Limits>
  readonly patience?: Partial<Patience>
  readonly authorise?: () => Promise<string | undefined>
  readonly onGone?: (delivery: Delivery) => Promise<void>
}

const refuse = () => Promise.reject(new Error('not of the courier'))
/** Milliseconds: a connector that hangs is given up after so long. */
const timeLimit = 300

/** A courier with real sockets, and what it did. */
export function openBench(options: BenchOptions) {
  const { connector } = options
  const metrics = createMetrics()
  const acknowledged: string[] = []
  const gone: string[] = []
  const waits = { backoff: [5, 10], throttled: 50, jitter: 0, ...options.patience }
  const store: Store = {
    open: refuse,
    commit: refuse,
    acknowledge: async (_place, receipts) => {
      acknowledged.push(...receipts.map(({ delivery }) => delivery))
    },
    async *undelivered() {},
    hold: async () => undefined,
    glance: refuse,
    async *events() {},
    check: refuse,
    close: refuse,
  }
  const onGone = async ({ id }: Delivery) => {
    gone.push(id)
  }
  const { sends, hurry, close } = openSends({
    authorise: async () => undefined,
    hosts: createServiceHosts({ extra: [], local: true }),
    metrics,
    log: createLog('silent'),
    onGone,
    ...options,
    limits: {
      take: async () => 0,
      pause: async () => undefined,
      close: async () => undefined,
      ...options.limits,
    },
    patience: waits,
    timeLimit,
  })
  const courier = createCourier(store, sends, createLog('silent'))

  /** A reminder for a conversation that the connector knows. */
  const reminder = (id: string, conversation: string, some: Partial<Delivery> = {}): Delivery => ({
    id,
    tenant: 't1',
    unasked: true,
    activity: { type: 'message', text: id },
    address: {
      channel: 'msteams',
      serviceUrl: connector.serviceUrl,
      conversation,
      bot: { id: 'bot' },
      person: { id: 'ann' },
    },
    ...some,
  })

  return {
    courier,
    hurry,
    reminder,
    gone,
    /** Sends, and waits until everything is sent or given up for now, and the store knows. */
    send: async (...deliveries: Delivery[]) => {
      courier.send(deliveries)
      await courier.idle()
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
    close: async () => {
      hurry()
      await courier.idle()
      await close()
    },
  }
}
