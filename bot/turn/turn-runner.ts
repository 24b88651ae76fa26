import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { untilCommitted, withRetries } from '../../src/changes/optimistic-retry.ts'
import type { Delivery } from '../../src/core/conversation/conversation.ts'
import { dueSoon } from '../../src/core/privacy/deletion.ts'
import type { Metrics } from '../../src/process/metrics.ts'
import type { Change, Clock, Snapshot, TurnKeys, Wakeups } from '../../src/store/ports.ts'
import type { Dispatcher } from '../delivery/dispatcher.ts'
import { type Opened, openJoined } from './joined-company.ts'
import { KeyedQueue } from './keyed-queue.ts'
import { ofPerson, openForKnown } from './known-person.ts'
import { scheduleWakeup } from './schedule-wakeup.ts'
import type { TurnRequest } from './turn-request.ts'
import { UnitOfWork } from './unit-of-work.ts'
import type { UnitOfWorkServices } from './unit-of-work-services.ts'

/** Conflicts before a turn queues. */
const lightly = 3
/** Maximum milliseconds between retries, as other processes have their own queues. */
const longestPause = 400

export interface TurnServices extends UnitOfWorkServices {
  readonly clock: Clock
  /** Wall clock. */
  readonly wallClock: Clock
  readonly dispatcher: Pick<Dispatcher, 'send' | 'takeOver' | 'takeReceipts' | 'giveBackReceipts'>
  readonly wakeups: Wakeups
  /** Milliseconds for which data of people who left is kept. */
  readonly retention: number
  readonly metrics: Pick<Metrics, 'unanswered'>
  readonly log: Logger
}

/** Runs a turn; resolves to its messages after the commit. */
export type TurnRunner = (request: TurnRequest) => Promise<readonly Delivery[]>

/**
 * Runs each turn as one transaction: open, handle, commit, send. A conflict retries from fresh state, unnoticed, as
 * replies leave only after the commit. After several conflicts the turn queues with others of its company.
 */
export function createTurnRunner(services: TurnServices): TurnRunner {
  const queue = new KeyedQueue()
  return async (request) => {
    const attempt = () => attemptTurn(services, request)
    const queued = () => untilCommitted('A turn could not be committed', attempt, pauseByChance)
    return (await withRetries(attempt, lightly)) ?? queue.wait(request.keys.tenant, queued)
  }
}

/** Random pause: other processes may conflict too. */
const pauseByChance = (lost: number) => pause(Math.random() * Math.min(5 * 2 ** lost, longestPause))

/** Messages of the turn; undefined after a conflict. */
type Sent = Promise<readonly Delivery[] | undefined>

async function attemptTurn(services: TurnServices, request: TurnRequest): Sent {
  const opened = await openFor(services, request)
  if (!opened) return undefined
  if (opened.snapshot.handled) return []
  const incoming = ofPerson(request.incoming, opened)
  const newWork = () => new UnitOfWork(services, opened, incoming, services.clock())
  return commit(services, await handled(services, request, newWork))
}

/** Opens the documents of a turn; proactive ones state their person and company exactly. */
async function openFor(services: TurnServices, request: TurnRequest): Promise<Opened | undefined> {
  const { keys, incoming, isProactive } = request
  if (isProactive) return { keys, snapshot: await open(services, keys) }
  const openAs = (person: string) => openJoined(services, (each) => open(services, each), { ...keys, person })
  const opened = await openAs(keys.person)
  return opened && openForKnown(openAs, opened, incoming)
}

/** Schedules the wake-up before the commit: a superfluous one is harmless, a missing one is not. */
async function commit(services: TurnServices, work: UnitOfWork): Sent {
  const { store, dispatcher, metrics } = services
  const settle = await scheduleWakeup(services, work)
  await wakeParted(services, work)
  const change = committedAt(work.change(), services.wallClock())
  const outcome = await store.commit(change)
  if (outcome === 'committed') {
    dispatcher.send(change.outbox)
    if (work.unanswered !== undefined) metrics.unanswered(work.unanswered)
  }
  await settle(outcome).catch((err) =>
    services.log.warn({ err }, 'a superfluous wake-up could not be cancelled'),
  )
  return outcome === 'committed' ? change.outbox : undefined
}

/** Adds the commit time (milliseconds) to messages, so that any process knows their age. */
function committedAt(change: Change, at: number): Change {
  return { ...change, outbox: change.outbox.map((delivery) => ({ ...delivery, at })) }
}

/** Wakes a removed tenant, to return it to its own company even if nobody there writes. */
async function wakeParted({ wakeups }: TurnServices, { recorder, now }: UnitOfWork): Promise<void> {
  for (const event of recorder.recorded) {
    if (event.type === 'TenantLeft') await wakeups.schedule(event.tenant, dueSoon(now))
  }
}

async function open({ store, dispatcher }: TurnServices, keys: TurnKeys): Promise<Snapshot> {
  const receipts = dispatcher.takeReceipts(keys)
  try {
    const snapshot = await store.open(keys, receipts)
    dispatcher.takeOver(snapshot.abandoned)
    return snapshot
  } catch (error) {
    dispatcher.giveBackReceipts(keys, receipts)
    throw error
  }
}

/** Handles the request; if that throws, a fresh unit of work has an error reply with a reference that is in the log. */
async function handled(
  services: TurnServices,
  request: TurnRequest,
  newWork: () => UnitOfWork,
): Promise<UnitOfWork> {
  const work = newWork()
  try {
    await request.handleActivity(work)
    return work
  } catch (error) {
    if (!request.reportFailure) throw error
    const reference = services.newId().slice(0, 8)
    services.log.error({ err: error, reference }, 'a turn broke')
    const other = newWork()
    await request.reportFailure(other, reference)
    return other
  }
}
