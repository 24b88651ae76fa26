import { setTimeout as pause } from 'node:timers/promises'
import type { Worker } from 'bullmq'
import type { Log } from '../../../process/log.ts'
import { StoreError, type Wakeups } from '../../../store/ports.ts'
import type { Pace } from '../../../time/time-lapse.ts'
import type { Client } from '../client.ts'
import type { Purpose } from '../connection.ts'
import type { StoreContext } from '../store-context.ts'
import { WakeupQueue } from './wakeup-queue.ts'
import { createWorker, usualTimes, type WorkerTimes } from './wakeup-worker.ts'

/** Milliseconds that closing waits for Redis; unfinished wake-ups come again. */
const farewell = 2_000

/** Options of wake-ups in Redis. */
export interface WakeupsOptions {
  readonly log: Log
  /** Pace of a bot's clock that differs from the real one. */
  readonly pace?: Pace | undefined
  readonly times?: WorkerTimes | undefined
}

type Handle = Parameters<Wakeups['start']>[0]

/**
 * Wake-ups in BullMQ. Scheduling uses the store's connection and its timeouts; the worker has its own connections,
 * which wait for Redis.
 */
export class QueuedWakeups implements Wakeups {
  readonly #context: StoreContext
  readonly #another: (purpose: Purpose) => Promise<Client>
  readonly #options: WakeupsOptions
  readonly #pace: Pace
  readonly #queue: WakeupQueue
  readonly #clients: Client[] = []
  readonly #inWork = new Set<Promise<void>>()
  #worker: Worker | undefined
  #closing: Promise<void> | undefined
  #isClosed = false

  constructor(
    context: StoreContext,
    another: (purpose: Purpose) => Promise<Client>,
    options: WakeupsOptions,
  ) {
    this.#context = context
    this.#another = another
    this.#options = options
    this.#pace = options.pace ?? {
      realDelay: (at) => Math.max(at - context.clock(), 0),
      isFast: false,
    }
    this.#queue = new WakeupQueue(context.client, this.#pace)
  }

  async schedule(tenant: string, at: number) {
    return this.#opened().add(tenant, at)
  }

  async cancel(id: string): Promise<void> {
    await this.#opened().remove(id)
  }

  async *waiting() {
    yield* this.#opened().waiting()
  }

  async start(handle: Handle): Promise<void> {
    const { log, times = usualTimes } = this.#options
    if (this.#pace.isFast) await this.#opened().hurry()
    const main = await this.#connect()
    const blocking = await this.#connect()
    this.#worker = await createWorker(main, blocking, {
      clock: this.#context.clock,
      pace: this.#pace,
      times,
      log,
      handle: (wakeup) => this.#noted(handle(wakeup)),
      isClosing: () => this.#closing !== undefined,
    })
    this.#worker.run().catch((err) => log.error({ err }, 'wake-ups have stopped'))
  }

  close(): Promise<void> {
    this.#closing ??= this.#end()
    return this.#closing
  }

  #opened(): WakeupQueue {
    if (this.#isClosed) throw new StoreError('unavailable', 'the wake-ups are closed')
    return this.#queue
  }

  async #connect(): Promise<Client> {
    const client = await this.#another('background')
    this.#clients.push(client)
    return client
  }

  async #noted(handling: Promise<void>): Promise<void> {
    this.#inWork.add(handling)
    try {
      await handling
    } finally {
      this.#inWork.delete(handling)
    }
  }

  async #end(): Promise<void> {
    const over = new AbortController()
    await Promise.race([this.#worker?.close(), this.#deadline(over.signal)])
    over.abort()
    // Until now running handlers could schedule wake-ups.
    this.#isClosed = true
    for (const client of this.#clients) client.disconnect()
    await this.#queue.close()
  }

  /** Ends the wait for a Redis that does not answer. */
  async #deadline(signal: AbortSignal): Promise<void> {
    await Promise.allSettled(this.#inWork)
    await pause(farewell, undefined, { signal }).catch(() => undefined)
  }
}
