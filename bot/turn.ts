import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Clock, Snapshot, Store, TurnKeys } from '../src/ports.ts'
import type { Incoming } from './activity.ts'
import { keysOf } from './addressing.ts'
import type { Courier } from './courier.ts'
import { Desk, type DeskServices } from './desk.ts'
import type { Apologise, Think } from './thinking.ts'
import { WaitingLine } from './waiting-line.ts'

/** Races that a turn may lose before it waits in line. */
const lightly = 3
/** Attempts from then on; so many lost mean that something else is wrong. */
const patiently = 25
/** Milliseconds, at most, between two of them: other processes have lines of their own. */
const longestPause = 400

export interface TurnServices extends DeskServices {
  readonly clock: Clock
  readonly courier: Courier
  readonly log: Logger
  readonly think: Think
  readonly apologise: Apologise
}

export class TurnError extends Error {
  override readonly name = 'TurnError'
  readonly code = 'conflict'
}

export type Turns = (activity: Incoming) => Promise<void>

/**
 * A turn is one transaction: open, think, commit, send. Whoever loses a race thinks again from fresh state;
 * nobody hears of it, because replies leave only after the commit. Who loses several waits in line with the others of
 * the company, so that each gets its turn.
 */
export function createTurns(services: TurnServices): Turns {
  const line = new WaitingLine()
  return async (activity) => {
    const keys = keysOf(activity, services.newId)
    const attempt = () => attemptTurn(services, activity, keys)
    for (let lost = 0; lost < lightly; lost++) if (await attempt()) return
    await line.wait(keys.tenant, () => insist(attempt))
  }
}

/** Others of the line may be in the way too, in other processes: chance decides who comes first. */
async function insist(attempt: () => Promise<boolean>): Promise<void> {
  for (let lost = 0; lost < patiently; lost++) {
    if (await attempt()) return
    await pause(Math.random() * Math.min(10 * 2 ** lost, longestPause))
  }
  throw new TurnError(
    `${lightly + patiently} attempts at a turn were overtaken by others of the same company`,
  )
}

/** False when it was overtaken. */
async function attemptTurn(services: TurnServices, activity: Incoming, keys: TurnKeys): Promise<boolean> {
  const { store, courier, clock } = services
  const snapshot = await open(store, courier, keys)
  courier.send(snapshot.abandoned)
  if (snapshot.handled) return true
  const freshDesk = () => new Desk(services, keys, activity, snapshot, clock())
  const change = (await thought(services, activity, freshDesk)).change()
  if ((await store.commit(change)) === 'conflict') return false
  courier.send(change.outbox)
  return true
}

async function open(store: Store, courier: Courier, keys: TurnKeys): Promise<Snapshot> {
  const receipts = courier.takeReceipts(keys)
  try {
    return await store.open(keys, receipts)
  } catch (error) {
    courier.giveBackReceipts(keys, receipts)
    throw error
  }
}

/** What thinking made of a desk; when it breaks, a fresh desk with an apology that an operator can find in the log. */
async function thought(services: TurnServices, activity: Incoming, freshDesk: () => Desk): Promise<Desk> {
  const desk = freshDesk()
  try {
    await services.think(activity, desk)
    return desk
  } catch (error) {
    const reference = services.newId().slice(0, 8)
    services.log.error({ err: error, reference }, 'a turn broke')
    const other = freshDesk()
    await services.apologise(activity, other, reference)
    return other
  }
}
