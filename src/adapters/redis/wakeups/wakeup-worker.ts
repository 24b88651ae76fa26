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
  /** For so long after its last sign of life a process keeps what it has. */
  readonly lock: number
  /** How often somebody looks for what dead processes left; it is found by the second look. */
  readonly look: number
}

/** What a killed process had comes again within half a minute. */
export const usualTimes: WorkerTimes = { lock: 15_000, look: 10_000 }

const atOnce = 32
/** Real milliseconds, where the clocks do not quite agree. */
const soonest = 10

export interface WorkerServices {
  readonly clock: Clock
  readonly pace: Pick<Pace, 'realDelay'>
  readonly times: WorkerTimes
  readonly log: Log
  readonly handle: Parameters<Wakeups['start']>[0]
  /** Whether nothing more is to be handed over. */
  readonly isClosing: () => boolean
}

/** Hands over what comes, on two connections: one of them blocks. */
export async function createWorker(
  main: Client,
  blocking: Client,
  services: WorkerServices,
): Promise<Worker<WakeupData>> {
  const connections = { main: connectionOf(main, false), blocking: connectionOf(blocking, true) }
  await Promise.all([connections.main.client, connections.blocking.client])
  // Without asking for its version: every Redis that serves the store knows fractions of a second.
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
      stalledInterval: times.look,
      maxStalledCount: 1_000_000_000,
      runRetryDelay: 1_000,
      settings: { backoffStrategy: backoffMs },
    },
    (name, options) => backendOf(name, options, connections),
  )
  worker.on('error', reporter(log))
  return worker
}

/** The worker tells of the same trouble again and again; once a minute is enough. */
function reporter(log: Log): (error: Error) => void {
  const told = new Set<string>()
  let fresh = 0
  return ({ message }) => {
    if (performance.now() >= fresh) {
      told.clear()
      fresh = performance.now() + 60_000
    }
    if (!told.has(message)) log.warn({ reason: message }, 'the wake-ups have trouble with Redis')
    told.add(message)
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
    // What went wrong may tell of people, and BullMQ keeps what it is told.
    throw new Error('it could not be handled yet')
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
