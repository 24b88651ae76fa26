import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { untilCommitted, withRetries } from '../../src/changes/optimistic-retry.ts'
import type { Delivery } from '../../src/core/conversation/conversation.ts'
import { dueSoon } from '../../src/core/privacy/deletion.ts'
import type { Change, Clock, Snapshot, TurnKeys, Wakeups } from '../../src/store/ports.ts'
import type { Dispatcher } from '../delivery/dispatcher.ts'
import { type Opened, openJoined } from './joined-company.ts'
import { KeyedQueue } from './keyed-queue.ts'
import { ofPerson, openForKnown } from './known-person.ts'
import { scheduleWakeup } from './schedule-wakeup.ts'
import type { TurnRequest } from './turn-request.ts'
import { UnitOfWork } from './unit-of-work.ts'
import type { UnitOfWorkServices } from './unit-of-work-services.ts'

/** Races that a turn may lose before it waits in line. */
const lightly = 3
/** Milliseconds, at most, between two of them: other processes have lines of their own. */
const longestPause = 400

export interface TurnServices extends UnitOfWorkServices {
  readonly clock: Clock
  /** Real time: people wait in it. */
  readonly wallClock: Clock
  readonly dispatcher: Pick<Dispatcher, 'send' | 'takeOver' | 'takeReceipts' | 'giveBackReceipts'>
  readonly wakeups: Wakeups
  /** Milliseconds for which data are kept of people who are gone. */
  readonly retention: number
  readonly log: Logger
}

/** Resolves to what was said, once it is kept and on its way. */
export type Turns = (request: TurnRequest) => Promise<readonly Delivery[]>

/**
 * A turn is one transaction: open, think, commit, send. Whoever loses a race thinks again from fresh state;
 * nobody hears of it, because replies leave only after the commit. Who loses several waits in line with the others of
 * the company, so that each gets its turn.
 */
export function createTurns(services: TurnServices): Turns {
  const line = new KeyedQueue()
  return async (request) => {
    const attempt = () => attemptTurn(services, request)
    const inLine = () => untilCommitted('A turn could not be kept', attempt, pauseByChance)
    return (await withRetries(attempt, lightly)) ?? line.wait(request.keys.tenant, inLine)
  }
}

/** Others of the line may be in the way too, in other processes: chance decides who comes first. */
const pauseByChance = (lost: number) => pause(Math.random() * Math.min(5 * 2 ** lost, longestPause))

/** What was said; nothing when it was overtaken. */
type Said = Promise<readonly Delivery[] | undefined>

async function attemptTurn(services: TurnServices, request: TurnRequest): Said {
  const opened = await openFor(services, request)
  if (!opened) return undefined
  if (opened.snapshot.handled) return []
  const incoming = ofPerson(request.incoming, opened)
  const newWork = () => new UnitOfWork(services, opened, incoming, services.clock())
  return commit(services, await thought(services, request, newWork))
}

/** Opens the documents of a turn; the bot itself begins one for exactly this person and company. */
async function openFor(services: TurnServices, request: TurnRequest): Promise<Opened | undefined> {
  const { keys, incoming, isProactive } = request
  if (isProactive) return { keys, snapshot: await open(services, keys) }
  const openAs = (person: string) => openJoined(services, (each) => open(services, each), { ...keys, person })
  const opened = await openAs(keys.person)
  return opened && openForKnown(openAs, opened, incoming)
}

/** The wake-up that the changes need comes first: one that comes for nothing does no harm, a missing one does. */
async function commit(services: TurnServices, work: UnitOfWork): Said {
  const { store, dispatcher } = services
  const settle = await scheduleWakeup(services, work)
  await wakeParted(services, work)
  const change = committedAt(work.change(), services.wallClock())
  const outcome = await store.commit(change)
  if (outcome === 'committed') dispatcher.send(change.outbox)
  await settle(outcome).catch((err) => services.log.warn({ err }, 'a wake-up too many'))
  return outcome === 'committed' ? change.outbox : undefined
}

/** Messages say how long they have waited, to whichever process sends them. */
function committedAt(change: Change, at: number): Change {
  return { ...change, outbox: change.outbox.map((delivery) => ({ ...delivery, at })) }
}

/** A tenant that is parted with comes back to its own company, even if nobody there writes. */
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

/** Thinks; when that breaks, a new unit of work has an apology with a reference that an operator finds in the log. */
async function thought(
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
