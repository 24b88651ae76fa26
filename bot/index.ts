import type { Logger } from 'pino'
import type { Draw } from '../dialogs/engine/render.ts'
import type { Understanding } from '../dialogs/understanding/understand.ts'
import type { Speeches } from '../locales/index.ts'
import { OvertakenError } from '../src/changes/optimistic-retry.ts'
import type { Identity } from '../src/config/identity.ts'
import type { Zones } from '../src/core/time/local-time.ts'
import { createTellOthers } from '../src/deletion/other-tenants.ts'
import type { Holdings } from '../src/personal-data/stored-data.ts'
import type { Metrics } from '../src/process/metrics.ts'
import type { Programs } from '../src/programs/index.ts'
import type { Clock, Directory, Limits, NewId, Store, Wakeups } from '../src/store/ports.ts'
import { activitySchema } from './activity/activity.ts'
import { isNestedDeeper, mostLevels } from './activity/nesting.ts'
import { createAdmission } from './admission/admission.ts'
import { createExcuse } from './admission/error-reply.ts'
import { createModeration } from './admission/moderation.ts'
import { createFloodGate } from './admission/rate-limit.ts'
import { createAuthentication } from './authentication/authentication.ts'
import type { Channel } from './authentication/channel.ts'
import { createWaking } from './background/wake-up.ts'
import { createServiceHosts, type ServiceHosts } from './connector/service-hosts.ts'
import { createThinking } from './conversation/process-activity.ts'
import { createAddresses } from './delivery/address-keeping.ts'
import { createCourier } from './delivery/dispatcher.ts'
import { createAside } from './delivery/notice.ts'
import { openSends } from './delivery/sends.ts'
import { received } from './turn/turn-request.ts'
import { createTurns } from './turn/turns.ts'

export interface BotServices {
  readonly store: Store
  readonly wakeups: Wakeups
  readonly holdings: Holdings
  /** Where browsers reach the bot, once that is known. */
  readonly publicUrl: () => string | undefined
  /** Milliseconds for which data are kept of people who are gone, and the log of a company that was deleted. */
  readonly retention: number
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
  /** Of the identity's cloud, unless somebody plays it. */
  readonly channel?: Channel | undefined
  /** Tenants whose people may use the bot; none: all may. */
  readonly allowedTenants: readonly string[]
  readonly limits: Limits
  readonly metrics: Metrics
  /** Hosts of the channel besides those that are known. */
  readonly serviceHosts: readonly string[]
  /** Activities that a person may send; 0: any number. */
  readonly messagesPerMinute: number
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

const noActivity: Answer = {
  status: 400,
  body: { error: { code: 'BadArgument', message: 'This is not an activity' } },
}

const taken = (): Answer => ({ status: 200 })

function hostsFor({ identity, serviceHosts: extra }: BotServices): ServiceHosts {
  if (identity.kind === 'none') return createServiceHosts({ extra, local: true })
  return createServiceHosts({ cloud: identity.cloud, extra, local: false })
}

export function createBot(services: BotServices): Bot {
  const { wakeups, log, identity, metrics, newId } = services
  const authentication = createAuthentication(identity, services.channel)
  const hosts = hostsFor(services)
  const admit = createAdmission({ ...services, authentication, hosts })
  const { authorise } = authentication
  const addresses = createAddresses(services)
  const { sends, hurry, close } = openSends({ ...services, authorise, hosts, addresses })
  const courier = createCourier({ ...services, sends, counts: metrics })
  const turns = createTurns({ ...services, courier })
  const thinking = createThinking(services)
  const sayAside = createAside({ ...services, courier })
  const passes = createFloodGate({ perMinute: services.messagesPerMinute })
  const moderate = createModeration({ ...services, passes, sayAside })
  const excuse = createExcuse({ ...services, sayAside })
  const tellOthers = createTellOthers(services)
  const wake = createWaking({ ...services, courier, turns, tellOthers })

  const handle: Bot['handle'] = async (body, authorization = '') => {
    if (isNestedDeeper(body, mostLevels)) return noActivity
    const activity = activitySchema.safeParse(body)
    if (!activity.success) return noActivity
    const refusal = (await admit(activity.data, authorization)) ?? (await moderate(activity.data))
    if (refusal) return refusal
    // No card and no page of the app invokes anything: 501 is how a bot says so, also to Teams.
    if (activity.data.type === 'invoke') return { status: 501 }
    return turns(received(activity.data, newId, thinking)).then(taken, (error) =>
      excuse(activity.data, error),
    )
  }

  return {
    handle: async (body, authorization) => {
      const answer = await handle(body, authorization)
      metrics.activity(answer.status)
      return answer
    },
    start: async () => {
      await courier.start()
      await wakeups.start((wakeup) =>
        wake(wakeup).catch((err: unknown) => {
          const level = err instanceof OvertakenError ? 'warn' : 'error'
          log[level]({ err, tenant: wakeup.tenant }, 'a wake-up broke, and comes again')
          throw err
        }),
      )
    },
    stop: async () => {
      await wakeups.close()
      hurry()
      await courier.idle()
      await close()
    },
  }
}
