import type { Logger } from 'pino'
import type { Identity } from '../../src/config/identity.ts'
import type { Incoming } from '../activity/activity.ts'
import { tenantOf } from '../activity/addressing.ts'
import type { Authentication } from '../authentication/authentication.ts'
import { hostOf, type ServiceHosts } from '../connector/service-hosts.ts'

/** HTTP response to an activity that gets no turn. */
export interface AdmissionRefusal {
  readonly status: number
  readonly body?: object
}

export interface AdmissionServices {
  readonly identity: Identity
  readonly authentication: Pick<Authentication, 'verify'>
  readonly hosts: ServiceHosts
  /** Tenants served; empty: all. */
  readonly allowedTenants: readonly string[]
  readonly log: Logger
}

/** Checks an activity; undefined if it is admitted. */
export type Admit = (activity: Incoming, authorization: string) => Promise<AdmissionRefusal | undefined>

/** The only channel that proves tenant ids; on others, clients can state any. */
const sureOfTenants = 'msteams'

/** Creates the check of token, channel, host and tenant before a turn. */
export function createAdmission(services: AdmissionServices): Admit {
  const { authentication, log } = services
  return async (activity, authorization) => {
    const verdict = await authentication.verify(activity, authorization)
    if (verdict.kind === 'refused') {
      log.warn({ reason: verdict.reason }, 'an activity without a valid token was refused')
      return { status: 401 }
    }
    if (verdict.kind === 'unsure') {
      log.error({ reason: verdict.reason }, 'a token could not be checked')
      return { status: 503 }
    }
    const foreign = foreignIn(activity, services)
    if (foreign === undefined) return undefined
    log.warn(foreign, 'an activity from a foreign host, channel or tenant was refused')
    return forbidden
  }
}

const forbidden: AdmissionRefusal = {
  status: 403,
  body: { error: { code: 'Forbidden', message: 'The bot does not serve this channel, host or tenant' } },
}

/** Host, channel or tenant that the bot does not serve, for the log. */
function foreignIn(
  activity: Incoming,
  { identity, hosts, allowedTenants }: AdmissionServices,
): { host: string } | { channel: string } | { tenant: string } | undefined {
  const tenant = tenantOf(activity)?.toLowerCase()
  const isRegistered = identity.kind !== 'none'
  if (!hosts.allow(activity.serviceUrl)) return { host: hostOf(activity.serviceUrl) }
  if (isRegistered && activity.channelId !== sureOfTenants) return { channel: activity.channelId }
  // Without a tenant, people of different companies would share data.
  if (isRegistered && !tenant) return { tenant: 'none' }
  if (allowedTenants.length === 0 || allowedTenants.includes(tenant ?? '')) return undefined
  return { tenant: tenant ?? 'none' }
}
