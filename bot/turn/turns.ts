import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { insist, tryAgain } from '../../src/changes/optimistic-retry.ts'
import type { Delivery } from '../../src/core/conversation/conversation.ts'
import { dueSoon } from '../../src/core/privacy/deletion.ts'
import type { Change, Clock, Snapshot, TurnKeys, Wakeups } from '../../src/store/ports.ts'
import type { Courier } from '../delivery/dispatcher.ts'
import { type Opened, openJoined } from './joined-company.ts'
import { WaitingLine } from './keyed-queue.ts'
import { ofPerson, openForKnown } from './known-person.ts'
import { setAlarm } from './schedule-wakeup.ts'
import type { Occasion } from './turn-request.ts'
import { Desk } from './unit-of-work.ts'
import type { DeskServices } from './unit-of-work-services.ts'

/** Races that a turn may lose before it waits in line. */
const lightly = 3
/** Milliseconds, at most, between two of them: other processes have lines of their own. */
const longestPause = 400

export interface TurnServices extends DeskServices {
  readonly clock: Clock
  /** Real time: people wait in it. */
  readonly wallClock: Clock
  readonly courier: Courier
  readonly wakeups: Wakeups
  /** Milliseconds for which data are kept of people who are gone. */
  readonly retention: number
  readonly log: Logger
}

/** Resolves to what was said, once it is kept and on its way. */
export type Turns = (occasion: Occasion) => Promise<readonly Delivery[]>

/**
 * A turn is one transaction: open, think, commit, send. Whoever loses a race thinks again from fresh state;
 * nobody hears of it, because replies leave only after the commit. Who loses several waits in line with the others of
 * the company, so that each gets its turn.
 */
export function createTurns(services: TurnServices): Turns {
  const line = new WaitingLine()
  return async (occasion) => {
    const attempt = () => attemptTurn(services, occasion)
    const inLine = () => insist('A turn could not be kept', attempt, pauseByChance)
    return (await tryAgain(attempt, lightly)) ?? line.wait(occasion.keys.tenant, inLine)
  }
}

/** Others of the line may be in the way too, in other processes: chance decides who comes first. */
const pauseByChance = (lost: number) => pause(Math.random() * Math.min(5 * 2 ** lost, longestPause))

/** What was said; nothing when it was overtaken. */
type Said = Promise<readonly Delivery[] | undefined>

async function attemptTurn(services: TurnServices, occasion: Occasion): Said {
  const opened = await openFor(services, occasion)
  if (!opened) return undefined
  if (opened.snapshot.handled) return []
  const incoming = ofPerson(occasion.incoming, opened)
  const freshDesk = () => new Desk(services, opened, incoming, services.clock())
  return commit(services, await thought(services, occasion, freshDesk))
}

/** Opens the documents of a turn; the bot itself begins one for exactly this person and company. */
async function openFor(services: TurnServices, occasion: Occasion): Promise<Opened | undefined> {
  const { keys, incoming, isUnasked } = occasion
  if (isUnasked) return { keys, snapshot: await open(services, keys) }
  const openAs = (person: string) => openJoined(services, (each) => open(services, each), { ...keys, person })
  const opened = await openAs(keys.person)
  return opened && openForKnown(openAs, opened, incoming)
}

/** The wake-up that the changes need comes first: one that comes for nothing does no harm, a missing one does. */
async function commit(services: TurnServices, desk: Desk): Said {
  const { store, courier } = services
  const settle = await setAlarm(services, desk)
  await wakeParted(services, desk)
  const change = committedAt(desk.change(), services.wallClock())
  const outcome = await store.commit(change)
  if (outcome === 'committed') courier.send(change.outbox)
  await settle(outcome).catch((err) => services.log.warn({ err }, 'a wake-up too many'))
  return outcome === 'committed' ? change.outbox : undefined
}

/** Messages say how long they have waited, to whichever process sends them. */
function committedAt(change: Change, at: number): Change {
  return { ...change, outbox: change.outbox.map((delivery) => ({ ...delivery, at })) }
}

/** A tenant that is parted with comes back to its own company, even if nobody there writes. */
async function wakeParted({ wakeups }: TurnServices, { recorded, now }: Desk): Promise<void> {
  for (const event of recorded) {
    if (event.type === 'TenantLeft') await wakeups.schedule(event.tenant, dueSoon(now))
  }
}

async function open({ store, courier }: TurnServices, keys: TurnKeys): Promise<Snapshot> {
  const receipts = courier.takeReceipts(keys)
  try {
    const snapshot = await store.open(keys, receipts)
    courier.takeOver(snapshot.abandoned)
    return snapshot
  } catch (error) {
    courier.giveBackReceipts(keys, receipts)
    throw error
  }
}

/** What thinking made of a desk; when it breaks, a fresh desk with an apology that an operator can find in the log. */
async function thought(services: TurnServices, occasion: Occasion, freshDesk: () => Desk): Promise<Desk> {
  const desk = freshDesk()
  try {
    await occasion.think(desk)
    return desk
  } catch (error) {
    if (!occasion.apologise) throw error
    const reference = services.newId().slice(0, 8)
    services.log.error({ err: error, reference }, 'a turn broke')
    const other = freshDesk()
    await occasion.apologise(other, reference)
    return other
  }
}
