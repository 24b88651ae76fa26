import type { Logger } from 'pino'
import type { Clock, Store } from '../src/ports.ts'
import type { Incoming } from './activity.ts'
import { keysOf } from './addressing.ts'
import type { Courier } from './courier.ts'
import { Desk, type DeskServices } from './desk.ts'
import type { Apologise, Think } from './thinking.ts'

/** After so many lost races something else is wrong: the channel is told to come again. */
const mostAttempts = 20

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
 * nobody hears of it, because replies leave only after the commit.
 */
export function createTurns(services: TurnServices): Turns {
  const { store, courier, clock } = services
  return async (activity) => {
    const keys = keysOf(activity, services.newId)
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const snapshot = await store.open(keys, courier.takeReceipts(keys))
      if (snapshot.handled) return
      const desk = await thought(
        services,
        activity,
        () => new Desk(services, keys, activity, snapshot, clock()),
      )
      if (await commit(store, desk)) return courier.send(desk.change().outbox)
    }
    throw new TurnError(
      `${mostAttempts} attempts at a turn were overtaken by others in the same conversation`,
    )
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

async function commit(store: Store, desk: Desk): Promise<boolean> {
  return (await store.commit(desk.change())) === 'committed'
}
