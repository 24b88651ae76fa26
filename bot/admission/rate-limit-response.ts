import type { Logger } from 'pino'
import type { Metrics } from '../../src/process/metrics.ts'
import type { NewId } from '../../src/store/ports.ts'
import type { Incoming } from '../activity/activity.ts'
import { keysOf } from '../activity/addressing.ts'
import type { SendNotice } from '../delivery/notice.ts'
import type { FloodGate } from './rate-limit.ts'

export interface ModerationServices {
  readonly passes: FloodGate
  readonly sendNotice: SendNotice
  readonly metrics: Pick<Metrics, 'passedOver'>
  readonly newId: NewId
  readonly log: Logger
}

/** Returns the HTTP response to an activity over the rate limit, else undefined. */
export type Moderate = (activity: Incoming) => Promise<{ readonly status: number } | undefined>

/** Creates the moderation: a person over the limit gets one notice and is ignored for a minute. */
export function createModeration(services: ModerationServices): Moderate {
  const { passes, sendNotice, metrics, newId, log } = services
  return async (activity) => {
    if (isOfTheChannel(activity)) return undefined
    const passage = await passes(keysOf(activity, newId))
    if (passage === 'open') return undefined
    metrics.passedOver()
    if (passage === 'closing') {
      log.warn('a person over the rate limit is ignored for a minute')
      if (activity.type === 'message') sendNotice(activity, ({ t }) => t('common.too-much'))
    }
    // Other statuses make the channel retry; invokes have a client that reads the status.
    return { status: activity.type === 'invoke' ? 429 : 200 }
  }
}

/** The channel sends these itself; a removal must count even for ignored people. */
function isOfTheChannel({ type }: Incoming): boolean {
  return type === 'installationUpdate' || type === 'conversationUpdate'
}
