import { randomUUID } from 'node:crypto'
import { type Job, Queue } from 'bullmq'
import { z } from 'zod'
import { dayMs } from '../../../core/time/calendar.ts'
import { StoreError, type Wakeup } from '../../../store/ports.ts'
import type { Pace } from '../../../time/time-lapse.ts'
import type { Client } from '../client.ts'
import { wakeupQueue } from '../keys.ts'
import { patiently } from '../patience.ts'

const idSchema = z.uuid()
const dataSchema = z.object({ tenant: z.string(), at: z.number() })
export type WakeupData = z.infer<typeof dataSchema>

/** Milliseconds: BullMQ cannot count much further, and what comes too early is put off. */
const furthest = 365 * dayMs
const page = 500

/** Real milliseconds until a wake-up should come. */
export function delayOf({ realDelay }: Pick<Pace, 'realDelay'>, at: number): number {
  return Math.min(realDelay(at), furthest)
}

/** What BullMQ kept, as it comes back. Throws StoreError 'corrupt'. */
export function wakeupOf({ id = '', data }: Pick<Job<unknown>, 'id' | 'data'>): Wakeup {
  const parsed = dataSchema.safeParse(data)
  if (parsed.success) return { id, ...parsed.data }
  throw new StoreError('corrupt', `the wake-up ${id} is unreadable`, { cause: parsed.error })
}

/** The wake-ups that wait in Redis. Everything throws StoreError, within two seconds. */
export class WakeupQueue {
  readonly #queue: Queue<WakeupData>
  readonly #pace: Pick<Pace, 'realDelay'>

  constructor(client: Client, pace: Pick<Pace, 'realDelay'>) {
    this.#pace = pace
    this.#queue = new Queue<WakeupData>(wakeupQueue.name, {
      connection: client,
      prefix: wakeupQueue.prefix,
      skipVersionCheck: true,
      skipWaitingForReady: true,
      skipMetasUpdate: true,
    })
    // Calls tell of it too.
    this.#queue.on('error', () => undefined)
  }

  async add(tenant: string, at: number): Promise<Wakeup> {
    const wakeup = { id: randomUUID(), tenant, at }
    await patiently(() => this.#add(wakeup))
    return wakeup
  }

  /** Whoever has it keeps it. */
  async remove(id: string): Promise<void> {
    // Under any other name there could be something of BullMQ's own.
    if (idSchema.safeParse(id).success) await patiently(() => this.#queue.remove(id))
  }

  /** Earliest first. */
  async *waiting(): AsyncGenerator<Wakeup> {
    const found = new Map<string, Wakeup>()
    for (const state of ['delayed', 'waiting'] as const) {
      for (const wakeup of await this.#all(state)) found.set(wakeup.id, wakeup)
    }
    yield* [...found.values()].sort((one, other) => one.at - other.at)
  }

  /** Counts anew how long each has to wait: the bot's clock runs faster than when it was scheduled. */
  async hurry(): Promise<void> {
    for await (const { id, at } of this.waiting()) {
      await patiently(async () => {
        const job = await this.#queue.getJob(id)
        if (job && (await job.isDelayed())) await job.changeDelay(delayOf(this.#pace, at))
      })
    }
  }

  async close(): Promise<void> {
    await this.#queue.close()
  }

  /** Sent again with the same id, it is kept once. */
  #add({ id, tenant, at }: Wakeup): Promise<unknown> {
    return this.#queue.add(
      'wakeup',
      { tenant, at },
      {
        jobId: id,
        delay: delayOf(this.#pace, at),
        attempts: 1_000_000_000,
        backoff: { type: 'custom' },
        removeOnComplete: true,
        removeOnFail: true,
        stackTraceLimit: 0,
      },
    )
  }

  /** From the latest on: what is taken up meanwhile, at the other end, moves nothing out of sight. */
  async #all(state: 'delayed' | 'waiting'): Promise<Wakeup[]> {
    const all: Wakeup[] = []
    for (let first = 0; ; first += page) {
      const jobs = await patiently(() => this.#queue.getJobs(state, first, first + page - 1, false))
      all.push(...jobs.filter(Boolean).map(wakeupOf))
      if (jobs.length === 0) return all
    }
  }
}
