import { isArrival } from '../activity/arrivals.ts'
import { isEdit } from '../activity/edited-message.ts'
import type { TurnScope } from './turn-scope.ts'
import { isUnchanged } from './typed-lines.ts'

/** Warns, before the next answer, that an earlier reply may be lost, and how to see it again. */
export function noticeLostReply(attempt: Pick<TurnScope, 'activity' | 'work' | 'understanding'>): void {
  const { work } = attempt
  if (!work.conversation.lost || !isAnswered(attempt)) return
  work.note({ lost: undefined })
  work.chat.say(work.translations.t(work.isPersonalChat ? 'lost.private' : 'lost.group'))
}

/** Reactions, typing, deletions and others' messages in a group get no answer. */
function isAnswered(attempt: Parameters<typeof noticeLostReply>[0]): boolean {
  const { activity, work } = attempt
  if (activity.type === 'message' || isArrival(activity, work.isPersonalChat)) return true
  return work.isPersonalChat && isEdit(activity) && !isUnchanged(attempt)
}
