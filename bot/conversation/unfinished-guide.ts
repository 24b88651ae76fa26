import { flowState } from '../../dialogs/engine/flow-state.ts'
import type { Draft } from '../../src/core/conversation/conversation.ts'
import type { Recipient } from '../../src/core/reminders/roster.ts'
import { today } from '../../src/core/time/calendar.ts'
import type { TurnScope } from './turn-scope.ts'

type Unfinished = NonNullable<Recipient['halfway']>

/** The guide to offer for continuing: begun, not cancelled. */
export function unfinishedGuideOf({ guides, work }: TurnScope): Unfinished | undefined {
  const { begun } = guides
  const before = work.recipients.recipient?.halfway
  if (begun !== undefined) return { guide: begun, since: sinceOf(begun, before, work.now) }
  const left = work.drafts.list.find((draft) => !draft.cancelled && isBegun(draft))
  return left && { guide: left.guide, since: sinceOf(left.guide, before, Date.parse(left.leftAt)) }
}

/** Dates a guide by the day it was last continued, so that the roster is not written at each step. */
function sinceOf(guide: string, before: Unfinished | undefined, now: number): number {
  return before?.guide === guide && today(before.since) === today(now) ? before.since : now
}

function isBegun({ state }: Draft): boolean {
  const left = flowState(state)
  return left !== undefined && !left.stopped && Object.keys(left.answers).length > 0
}
