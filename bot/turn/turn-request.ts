import type { Address } from '../../src/core/conversation/conversation.ts'
import type { NewId, TurnKeys } from '../../src/store/ports.ts'
import type { Incoming } from '../activity/activity.ts'
import { keysOf } from '../activity/addressing.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** Handles an activity within a unit of work. Repeatable: it changes nothing else. */
export type HandleActivity = (activity: Incoming, work: UnitOfWork) => Promise<void>

/** Reports a failure and closes the guide, so that the person can continue. */
export type ReportFailure = (activity: Incoming, work: UnitOfWork, reference: string) => Promise<void>

/** A turn to run: keys, activity and handlers. */
export interface TurnRequest {
  readonly keys: TurnKeys
  /** The activity; for proactive turns, a synthetic one. */
  readonly incoming: Incoming
  /** Proactive, for exactly this company. */
  readonly isProactive?: true
  handleActivity(work: UnitOfWork): Promise<void>
  /** Absent if nobody waits for an answer. */
  reportFailure?(work: UnitOfWork, reference: string): Promise<void>
}

/** Creates the request for a received activity. */
export function received(
  activity: Incoming,
  newId: NewId,
  {
    handleActivity,
    reportFailure,
  }: { readonly handleActivity: HandleActivity; readonly reportFailure: ReportFailure },
): TurnRequest {
  return {
    keys: keysOf(activity, newId),
    incoming: activity,
    handleActivity: (work) => handleActivity(activity, work),
    reportFailure: (work, reference) => reportFailure(activity, work, reference),
  }
}

/** Creates the request for a proactive turn. */
export function visit(
  { tenant, person, address }: { tenant: string; person: string; address: Address },
  newId: NewId,
  handleActivity: TurnRequest['handleActivity'],
): TurnRequest {
  const { channel, serviceUrl, conversation, bot, person: account, locale } = address
  return {
    keys: { tenant, person, conversation, activity: `visit-${newId()}` },
    incoming: {
      type: 'event',
      channelId: channel,
      serviceUrl,
      conversation: { id: conversation, conversationType: 'personal' },
      from: account,
      recipient: bot,
      ...(locale && { locale }),
    },
    isProactive: true,
    handleActivity,
  }
}
