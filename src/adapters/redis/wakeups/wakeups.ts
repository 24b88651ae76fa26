import { setTimeout as pause } from 'node:timers/promises'
import type { Worker } from 'bullmq'
import type { Log } from '../../../process/log.ts'
import { StoreError, type Wakeups } from '../../../store/ports.ts'
import type { Pace } from '../../../time/time-lapse.ts'
import type { Client } from '../client.ts'
import type { Manner } from '../connection.ts'
import type { StoreContext } from '../store-context.ts'
import { WakeupQueue } from './wakeup-queue.ts'
import { createWorker, usualTimes, type WorkerTimes } from './wakeup-worker.ts'

/** Milliseconds for which a closing worker may wait for Redis: what it cannot note comes again. */
const farewell = 2_000

export interface WakeupsOptions {
  readonly log: Log
  /** How the bot's clock runs, where it is not the real one. */
  readonly pace?: Pace | undefined
  readonly times?: WorkerTimes | undefined
}

type Handle = Parameters<Wakeups['start']>[0]

/**
 * Wake-ups in BullMQ. They are scheduled over the store's connection, and as soon given up as its calls; the worker
 * has connections of its own, which wait for Redis.
 */
export class QueuedWakeups implements Wakeups {
  readonly #place: StoreContext
  readonly #another: (manner: Manner) => Promise<Client>
  readonly #options: WakeupsOptions
  readonly #pace: Pace
  readonly #queue: WakeupQueue
  readonly #clients: Client[] = []
  readonly #inWork = new Set<Promise<void>>()
  #worker: Worker | undefined
  #closing: Promise<void> | undefined
  #isClosed = false

  constructor(place: StoreContext, another: (manner: Manner) => Promise<Client>, options: WakeupsOptions) {
    this.#place = place
    this.#another = another
    this.#options = options
    this.#pace = options.pace ?? {
      realDelay: (at) => Math.max(at - place.clock(), 0),
      isFast: false,
    }
    this.#queue = new WakeupQueue(place.client, this.#pace)
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
      clock: this.#place.clock,
      pace: this.#pace,
      times,
      log,
      handle: (wakeup) => this.#noted(handle(wakeup)),
      isClosing: () => this.#closing !== undefined,
    })
    this.#worker.run().catch((err) => log.error({ err }, 'nobody is woken any more'))
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
    const client = await this.#another('patient')
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
    await Promise.race([this.#worker?.close(), this.#patience(over.signal)])
    over.abort()
    // Until here what is being handled may schedule what follows.
    this.#isClosed = true
    for (const client of this.#clients) client.disconnect()
    await this.#queue.close()
  }

  /** A Redis that does not answer must not keep the process from ending. */
  async #patience(signal: AbortSignal): Promise<void> {
    await Promise.allSettled(this.#inWork)
    await pause(farewell, undefined, { signal }).catch(() => undefined)
  }
}
