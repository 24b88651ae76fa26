import { DelayedError, type Job, QueueKeys, RedisConnection, RedisQueueBackend, Worker } from 'bullmq'
import type { Log } from '../../../process/log.ts'
import type { Clock, Wakeup, Wakeups } from '../../../store/ports.ts'
import type { Pace } from '../../../time/time-lapse.ts'
import { backoffMs } from '../../backoff.ts'
import type { Client } from '../client.ts'
import { wakeupQueue } from '../keys.ts'
import { delayOf, type WakeupData, wakeupOf } from './wakeup-queue.ts'

/** Real milliseconds. */
export interface WorkerTimes {
  /** Time that a process keeps its wake-ups after its last sign of life. */
  readonly lock: number
  /** Interval of checks for wake-ups of dead processes; the second check returns them. */
  readonly stalledCheck: number
}

/** Returns a killed process's wake-ups within half a minute. */
export const usualTimes: WorkerTimes = { lock: 15_000, stalledCheck: 10_000 }

const atOnce = 32
/** Minimum delay in real milliseconds, as clocks differ slightly. */
const soonest = 10

/** Dependencies of a worker. */
export interface WorkerServices {
  readonly clock: Clock
  readonly pace: Pick<Pace, 'realDelay'>
  readonly times: WorkerTimes
  readonly log: Log
  readonly handle: Parameters<Wakeups['start']>[0]
  /** Tells whether to hand over nothing more. */
  readonly isClosing: () => boolean
}

/** Creates a worker over two connections, one of which blocks. */
export async function createWorker(
  main: Client,
  blocking: Client,
  services: WorkerServices,
): Promise<Worker<WakeupData>> {
  const connections = { main: connectionOf(main, false), blocking: connectionOf(blocking, true) }
  await Promise.all([connections.main.client, connections.blocking.client])
  // Skips the version query: all supported versions of Redis block for fractions of a second.
  connections.blocking.capabilities = { canDoubleTimeout: true, canBlockFor1Ms: false }
  const { times, log } = services
  const worker = new Worker<WakeupData>(
    wakeupQueue.name,
    (job, token) => process(job, token, services),
    {
      connection: main,
      prefix: wakeupQueue.prefix,
      autorun: false,
      concurrency: atOnce,
      lockDuration: times.lock,
      stalledInterval: times.stalledCheck,
      maxStalledCount: 1_000_000_000,
      runRetryDelay: 1_000,
      settings: { backoffStrategy: backoffMs },
    },
    (name, options) => backendOf(name, options, connections),
  )
  worker.on('error', reporter(log))
  return worker
}

/** Logs each error at most once a minute. */
function reporter(log: Log): (error: Error) => void {
  const reported = new Set<string>()
  let fresh = 0
  return ({ message }) => {
    if (performance.now() >= fresh) {
      reported.clear()
      fresh = performance.now() + 60_000
    }
    if (!reported.has(message)) log.warn({ reason: message }, 'wake-ups cannot use Redis')
    reported.add(message)
  }
}

function connectionOf(client: Client, blocking: boolean): RedisConnection {
  return new RedisConnection(client, { shared: true, blocking, skipVersionCheck: true })
}

function backendOf(
  name: string,
  options: ConstructorParameters<typeof RedisQueueBackend>[4],
  { main, blocking }: { readonly main: RedisConnection; readonly blocking: RedisConnection },
): RedisQueueBackend {
  const keys = new QueueKeys(wakeupQueue.prefix)
  const toKey = (type: string) => keys.toKey(name, type)
  return new RedisQueueBackend(main, name, keys.getKeys(name), toKey, options, blocking)
}

async function process(
  job: Job<WakeupData>,
  token: string | undefined,
  services: WorkerServices,
): Promise<void> {
  const wakeup = wakeupOf(job)
  if (services.isClosing() || wakeup.at > services.clock()) return putOff(job, token, wakeup, services)
  try {
    await services.handle(wakeup)
  } catch {
    // No details: BullMQ stores the message, and it may contain personal data.
    throw new Error('not handled yet')
  }
}

async function putOff(
  job: Job<WakeupData>,
  token: string | undefined,
  { at }: Wakeup,
  { pace }: WorkerServices,
): Promise<never> {
  await job.moveToDelayed(Date.now() + Math.max(delayOf(pace, at), soonest), token)
  throw new DelayedError()
}
