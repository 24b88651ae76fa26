import type { Logger } from 'pino'
import type { Render } from '../dialogs/engine/render.ts'
import type { Understanding } from '../dialogs/understanding/understand.ts'
import type { TranslationsFor } from '../locales/index.ts'
import { RetriesExhaustedError } from '../src/changes/optimistic-retry.ts'
import type { Identity } from '../src/config/identity.ts'
import type { Zones } from '../src/core/time/local-time.ts'
import { createNotifyOtherTenants } from '../src/deletion/other-tenants.ts'
import type { StoredData } from '../src/personal-data/stored-data.ts'
import type { Metrics } from '../src/process/metrics.ts'
import type { Programs } from '../src/programs/index.ts'
import type { Clock, Directory, Limits, NewId, Store, Wakeups } from '../src/store/ports.ts'
import { activitySchema } from './activity/activity.ts'
import { isNestedDeeper, mostLevels } from './activity/nesting.ts'
import { createAdmission } from './admission/admission.ts'
import { createErrorReply } from './admission/error-reply.ts'
import { createModeration } from './admission/moderation.ts'
import { createFloodGate } from './admission/rate-limit.ts'
import { createAuthentication } from './authentication/authentication.ts'
import type { Channel } from './authentication/channel.ts'
import { createWaking } from './background/wake-up.ts'
import { createServiceHosts, type ServiceHosts } from './connector/service-hosts.ts'
import { createActivityHandler } from './conversation/handle-activity.ts'
import { createAddresses } from './delivery/address-keeping.ts'
import { createDispatcher } from './delivery/dispatcher.ts'
import { createNotice } from './delivery/notice.ts'
import { openSends } from './delivery/sends.ts'
import { received } from './turn/turn-request.ts'
import { createTurns } from './turn/turns.ts'

export interface BotServices {
  readonly store: Store
  readonly wakeups: Wakeups
  readonly storedData: StoredData
  /** Where browsers reach the bot, once that is known. */
  readonly publicUrl: () => string | undefined
  /** Milliseconds for which data are kept of people who are gone, and the log of a company that was deleted. */
  readonly retention: number
  readonly directory: Directory
  readonly zones: Zones
  readonly programs: Programs
  readonly translationsFor: TranslationsFor
  readonly render: Render
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
  const dispatcher = createDispatcher({ ...services, sends, counts: metrics })
  const turns = createTurns({ ...services, dispatcher })
  const handling = createActivityHandler(services)
  const sendNotice = createNotice({ ...services, dispatcher })
  const passes = createFloodGate({ perMinute: services.messagesPerMinute })
  const moderate = createModeration({ ...services, passes, sendNotice })
  const errorReply = createErrorReply({ ...services, sendNotice })
  const notifyOtherTenants = createNotifyOtherTenants(services)
  const wake = createWaking({ ...services, dispatcher, turns, notifyOtherTenants })

  const handle: Bot['handle'] = async (body, authorization = '') => {
    if (isNestedDeeper(body, mostLevels)) return noActivity
    const activity = activitySchema.safeParse(body)
    if (!activity.success) return noActivity
    const refusal = (await admit(activity.data, authorization)) ?? (await moderate(activity.data))
    if (refusal) return refusal
    // No card and no page of the app invokes anything: 501 is how a bot says so, also to Teams.
    if (activity.data.type === 'invoke') return { status: 501 }
    return turns(received(activity.data, newId, handling)).then(taken, (error) =>
      errorReply(activity.data, error),
    )
  }

  return {
    handle: async (body, authorization) => {
      const answer = await handle(body, authorization)
      metrics.activity(answer.status)
      return answer
    },
    start: async () => {
      await dispatcher.start()
      await wakeups.start((wakeup) =>
        wake(wakeup).catch((err: unknown) => {
          const level = err instanceof RetriesExhaustedError ? 'warn' : 'error'
          log[level]({ err, tenant: wakeup.tenant }, 'a wake-up broke, and comes again')
          throw err
        }),
      )
    },
    stop: async () => {
      await wakeups.close()
      hurry()
      await dispatcher.idle()
      await close()
    },
  }
}
