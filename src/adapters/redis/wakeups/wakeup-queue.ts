import { randomUUID } from 'node:crypto'
import { type Job, Queue } from 'bullmq'
import { z } from 'zod'
import { dayMs } from '../../../core/time/calendar.ts'
import { StoreError, type Wakeup } from '../../../store/ports.ts'
import type { Pace } from '../../../time/time-lapse.ts'
import { callRedis } from '../call-redis.ts'
import type { Client } from '../client.ts'
import { wakeupQueue } from '../keys.ts'

const idSchema = z.uuid()
const dataSchema = z.object({ tenant: z.string(), at: z.number() })
export type WakeupData = z.infer<typeof dataSchema>

/** Maximum delay in milliseconds that BullMQ can count; an early wake-up is postponed again. */
const furthest = 365 * dayMs
const page = 500
const states = ['delayed', 'waiting', 'active'] as const

/** Returns the real milliseconds until a wake-up is due. */
export function delayOf({ realDelay }: Pick<Pace, 'realDelay'>, at: number): number {
  return Math.min(realDelay(at), furthest)
}

/** Parses a job of BullMQ. Throws StoreError 'corrupt'. */
export function wakeupOf({ id = '', data }: Pick<Job<unknown>, 'id' | 'data'>): Wakeup {
  const parsed = dataSchema.safeParse(data)
  if (parsed.success) return { id, ...parsed.data }
  throw new StoreError('corrupt', `the wake-up ${id} is unreadable`, { cause: parsed.error })
}

/** Wake-ups waiting in Redis. All methods throw StoreError within two seconds. */
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
    // Calls report errors too.
    this.#queue.on('error', () => undefined)
  }

  async add(tenant: string, at: number): Promise<Wakeup> {
    const wakeup = { id: randomUUID(), tenant, at }
    await callRedis(() => this.#add(wakeup))
    return wakeup
  }

  /** Removes a wake-up; leaves one being handled. */
  async remove(id: string): Promise<void> {
    // Other names could be BullMQ's own keys.
    if (idSchema.safeParse(id).success) await callRedis(() => this.#queue.remove(id))
  }

  /** Yields wake-ups, earliest first. */
  async *waiting(): AsyncGenerator<Wakeup> {
    const found = new Map<string, Wakeup>()
    for (const wakeup of await this.#all()) found.set(wakeup.id, wakeup)
    yield* [...found.values()].sort((one, other) => one.at - other.at)
  }

  /** Recomputes delays for a clock that runs faster than before. */
  async hurry(): Promise<void> {
    for await (const { id, at } of this.waiting()) {
      await callRedis(async () => {
        const job = await this.#queue.getJob(id)
        if (job && (await job.isDelayed())) await job.changeDelay(delayOf(this.#pace, at))
      })
    }
  }

  async close(): Promise<void> {
    await this.#queue.close()
  }

  /** Adds a wake-up; the same id again changes nothing. */
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

  /** Pages from the latest, as removals at the other end do not shift the rest. */
  async #all(): Promise<Wakeup[]> {
    const all: Wakeup[] = []
    for (let first = 0; ; first += page) {
      // One call for all states, as early wake-ups move from one to the next and back.
      const jobs = await callRedis(() => this.#queue.getJobs([...states], first, first + page - 1, false))
      for (const job of jobs.filter(Boolean)) if (!(await this.#isHandled(job))) all.push(wakeupOf(job))
      if (jobs.length === 0) return all
    }
  }

  /** Tests whether a worker handles a job, and not only postpones it. */
  async #isHandled(job: Job<WakeupData>): Promise<boolean> {
    return delayOf(this.#pace, wakeupOf(job).at) === 0 && (await callRedis(() => job.isActive()))
  }
}
