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
import type { Clock, Directory, Limits, NewId, Store, Wakeup, Wakeups } from '../src/store/ports.ts'
import { createAdmission } from './admission/admission.ts'
import { createErrorReply } from './admission/error-reply.ts'
import { createIntake, type Handle } from './admission/intake.ts'
import { createFloodGate } from './admission/rate-limit.ts'
import { createModeration } from './admission/rate-limit-response.ts'
import { createAuthentication } from './authentication/authentication.ts'
import type { Channel } from './authentication/channel.ts'
import { createWaking } from './background/wake-up.ts'
import { createServiceHosts, type ServiceHosts } from './connector/service-hosts.ts'
import { createActivityHandler } from './conversation/handle-activity.ts'
import { createAddresses } from './delivery/address-keeping.ts'
import { Dispatcher } from './delivery/dispatcher.ts'
import { createNotice } from './delivery/notice.ts'
import { openSenders } from './delivery/senders.ts'
import { received } from './turn/turn-request.ts'
import { createTurnRunner } from './turn/turn-runner.ts'

export interface BotServices {
  readonly store: Store
  readonly wakeups: Wakeups
  readonly storedData: StoredData
  /** Base URL for browsers, once it is known. */
  readonly publicUrl: () => string | undefined
  /** Milliseconds for which data of people who left, and logs of deleted companies, is kept. */
  readonly retention: number
  readonly directory: Directory
  readonly zones: Zones
  readonly programs: Programs
  readonly translationsFor: TranslationsFor
  readonly render: Render
  readonly understanding: Understanding
  readonly clock: Clock
  /** Wall clock, unaffected by a time-lapse. */
  readonly wallClock: Clock
  readonly newId: NewId
  readonly log: Logger
  readonly identity: Identity
  /** Channel in place of the one of the identity's cloud, for tests. */
  readonly channel?: Channel | undefined
  /** Tenants served; empty: all. */
  readonly allowedTenants: readonly string[]
  readonly limits: Limits
  readonly metrics: Metrics
  /** Additional hosts of the channel. */
  readonly serviceHosts: readonly string[]
  /** Activities per person and minute; 0: no limit. */
  readonly messagesPerMinute: number
}

export interface Bot {
  readonly handle: Handle
  /** Starts background work, including delivery of messages left by other processes. */
  start(): Promise<void>
  /** Stops; resolves when all replies are sent. */
  stop(): Promise<void>
}

/** Creates the bot: admission, turns, delivery and wake-ups. */
export function createBot(services: BotServices): Bot {
  const { metrics, newId } = services
  const { admit, dispatcher, close } = openChannel(services)
  const sendNotice = createNotice({ ...services, dispatcher })
  const turns = createTurnRunner({ ...services, dispatcher })
  const handling = createActivityHandler(services)
  const passes = createFloodGate({ perMinute: services.messagesPerMinute })
  const handle = createIntake({
    admit,
    moderate: createModeration({ ...services, passes, sendNotice }),
    takeTurn: (activity) => turns(received(activity, newId, handling)),
    errorReply: createErrorReply({ ...services, sendNotice }),
    metrics,
  })
  const notifyOtherTenants = createNotifyOtherTenants(services)
  const wake = createWaking({ ...services, dispatcher, turns, notifyOtherTenants })
  return { handle, ...running(services, dispatcher, wake, close) }
}

function hostsFor({ identity, serviceHosts: extra }: BotServices): ServiceHosts {
  if (identity.kind === 'none') return createServiceHosts({ extra, local: true })
  return createServiceHosts({ cloud: identity.cloud, extra, local: false })
}

/** Opens the channel: admission of activities, and sending. */
function openChannel(services: BotServices) {
  const authentication = createAuthentication(services.identity, services.channel)
  const hosts = hostsFor(services)
  const admit = createAdmission({ ...services, authentication, hosts })
  const { authorise } = authentication
  const addresses = createAddresses(services)
  const { senders, hurry, close } = openSenders({ ...services, authorise, hosts, addresses })
  const dispatcher = new Dispatcher({ ...services, senders, counts: services.metrics })
  /** Lets deliveries finish and keeps the rest for the next start. */
  const closeAll = async () => {
    hurry()
    await dispatcher.idle()
    await close()
  }
  return { admit, dispatcher, close: closeAll }
}

/** Runs the background work and ends it in reverse order. */
function running(
  { wakeups, log }: BotServices,
  dispatcher: Dispatcher,
  wake: (wakeup: Wakeup) => Promise<void>,
  close: () => Promise<void>,
): Pick<Bot, 'start' | 'stop'> {
  return {
    start: async () => {
      await dispatcher.start()
      await wakeups.start((wakeup) => wake(wakeup).catch((err: unknown) => reportBroken(log, wakeup, err)))
    },
    stop: async () => {
      await wakeups.close()
      await close()
    },
  }
}

function reportBroken(log: Logger, { tenant }: Wakeup, err: unknown): never {
  const level = err instanceof RetriesExhaustedError ? 'warn' : 'error'
  log[level]({ err, tenant }, 'a wake-up broke, and comes again')
  throw err
}
