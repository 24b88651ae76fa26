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

/** What an activity is answered instead of having its turn, as its person sends too much. */
export type Moderate = (activity: Incoming) => Promise<{ readonly status: number } | undefined>

/** Who sends too much hears so once, and is passed over for a minute. */
export function createModeration(services: ModerationServices): Moderate {
  const { passes, sendNotice, metrics, newId, log } = services
  return async (activity) => {
    if (isOfTheChannel(activity)) return undefined
    const passage = await passes(keysOf(activity, newId))
    if (passage === 'open') return undefined
    metrics.passedOver()
    if (passage === 'closing') {
      log.warn('somebody sends too much, and is passed over for a minute')
      if (activity.type === 'message') sendNotice(activity, ({ t }) => t('common.too-much'))
    }
    // Another status would bring a message again; an invoke has a client that reads it.
    return { status: activity.type === 'invoke' ? 429 : 200 }
  }
}

/** Nobody types these, and whoever removes the app while they are passed over must not be written to afterwards. */
function isOfTheChannel({ type }: Incoming): boolean {
  return type === 'installationUpdate' || type === 'conversationUpdate'
}
