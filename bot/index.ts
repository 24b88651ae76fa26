import type { Logger } from 'pino'
import type { Draw } from '../dialogs/steps/show.ts'
import type { Understanding } from '../dialogs/understanding/understand.ts'
import type { Speeches } from '../locales/index.ts'
import type { Zones } from '../src/core/local-time.ts'
import type { Identity } from '../src/identity.ts'
import type { Clock, Directory, NewId, Store } from '../src/ports.ts'
import type { Programs } from '../src/programs/index.ts'
import { activitySchema } from './activity.ts'
import { createAuthentication } from './authentication.ts'
import { createConnectorClient } from './connector-client.ts'
import { createCourier } from './courier.ts'
import { createExcuse } from './excuse.ts'
import { isNestedDeeper } from './nesting.ts'
import { createThinking } from './thinking.ts'
import { createTurns } from './turn.ts'

export interface BotServices {
  readonly store: Store
  readonly directory: Directory
  readonly zones: Zones
  readonly programs: Programs
  readonly speeches: Speeches
  readonly draw: Draw
  readonly understanding: Understanding
  readonly clock: Clock
  /** Real time, whatever the clock says. */
  readonly wallClock: Clock
  readonly newId: NewId
  readonly log: Logger
  readonly identity: Identity
}

export interface Answer {
  readonly status: number
  readonly body?: object
}

export interface Bot {
  /** Takes one activity as it came over HTTP; answers once all that it changes is kept. */
  handle(body: unknown, authorization: string | undefined): Promise<Answer>
  /** Delivers what earlier processes could not, and what others will not. */
  start(): Promise<void>
  /** Resolves when all replies are out. */
  stop(): Promise<void>
}

/** Far more than any card has. */
const mostLevels = 100
const noActivity: Answer = {
  status: 400,
  body: { error: { code: 'BadArgument', message: 'This is not an activity' } },
}

const taken = (): Answer => ({ status: 200 })

export function createBot(services: BotServices): Bot {
  const { store, log, identity } = services
  const authentication = createAuthentication(identity)
  const connector = createConnectorClient(authentication.authorise)
  const courier = createCourier(store, connector, log)
  const turns = createTurns({ ...services, courier, ...createThinking(services) })
  const excuse = createExcuse({ ...services, courier })

  return {
    handle: async (body, authorization = '') => {
      if (isNestedDeeper(body, mostLevels)) return noActivity
      const activity = activitySchema.safeParse(body)
      if (!activity.success) return noActivity
      const trusted = await authentication.verify(activity.data, authorization).then(
        () => true,
        () => false,
      )
      if (!trusted) return { status: 401 }
      if (activity.data.type === 'invoke') return { status: 501 }
      return turns(activity.data).then(taken, (error) => excuse(activity.data, error))
    },
    start: () => courier.start(),
    stop: async () => {
      connector.hurry()
      await courier.idle()
      await connector.close()
    },
  }
}
