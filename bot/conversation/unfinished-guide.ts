import { flowState } from '../../dialogs/engine/flow-state.ts'
import type { Draft } from '../../src/core/conversation/conversation.ts'
import type { Recipient } from '../../src/core/reminders/roster.ts'
import { today } from '../../src/core/time/calendar.ts'
import type { TurnScope } from './turn-scope.ts'

type Halfway = NonNullable<Recipient['halfway']>

/** The guide that somebody would want to go on with: begun, and not cancelled. */
export function unfinishedGuideOf({ guides, work }: TurnScope): Halfway | undefined {
  const { begun } = guides
  const before = work.recipients.recipient?.halfway
  if (begun !== undefined) return { guide: begun, since: sinceOf(begun, before, work.now) }
  const left = work.drafts.list.find((draft) => !draft.cancelled && isBegun(draft))
  return left && { guide: left.guide, since: sinceOf(left.guide, before, Date.parse(left.leftAt)) }
}

/** A guide counts from the day on which it was last gone on with: the roster need not be written for each step. */
function sinceOf(guide: string, before: Halfway | undefined, now: number): number {
  return before?.guide === guide && today(before.since) === today(now) ? before.since : now
}

function isBegun({ state }: Draft): boolean {
  const left = flowState(state)
  return left !== undefined && !left.stopped && Object.keys(left.answers).length > 0
}
