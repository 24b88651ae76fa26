import type { Address } from '../../src/core/conversation/conversation.ts'
import type { NewId, TurnKeys } from '../../src/store/ports.ts'
import type { Incoming } from '../activity/activity.ts'
import { keysOf } from '../activity/addressing.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** What one activity makes of a desk. May be done again on a fresh desk: it changes nothing else. */
export type HandleActivity = (activity: Incoming, work: UnitOfWork) => Promise<void>

/** Says that something broke, and puts the guide aside so that nobody is stuck in it. */
export type ReportFailure = (activity: Incoming, work: UnitOfWork, reference: string) => Promise<void>

/** What a turn is about: who it concerns, how it is thought, and what is said where thinking breaks. */
export interface TurnRequest {
  readonly keys: TurnKeys
  /** What came in; of a turn that the bot begins itself, what would have come from there. */
  readonly incoming: Incoming
  /** The bot begins it, for exactly this company. */
  readonly isProactive?: true
  handleActivity(work: UnitOfWork): Promise<void>
  /** Absent where nobody waits for an answer. */
  reportFailure?(work: UnitOfWork, reference: string): Promise<void>
}

/** Somebody wrote, clicked or came. */
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

/** The bot comes to somebody by itself. */
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
