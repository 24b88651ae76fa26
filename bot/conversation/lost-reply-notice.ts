import { isArrival } from '../activity/arrivals.ts'
import { isEdit } from '../activity/edited-message.ts'
import type { Attempt } from './turn-scope.ts'
import { isUnchanged } from './typed-lines.ts'

/** Says, where the bot is about to answer, that an earlier reply may not have got through, and how to see it again. */
export function tellLost(attempt: Pick<Attempt, 'activity' | 'desk' | 'understanding'>): void {
  const { desk } = attempt
  if (!desk.conversation.lost || !isAnswered(attempt)) return
  desk.note({ lost: undefined })
  desk.chat.say(desk.speech.t(desk.isPrivate ? 'lost.private' : 'lost.group'))
}

/** Reactions, signs of typing, deletions, and whatever others do in a group get no answer. */
function isAnswered(attempt: Parameters<typeof tellLost>[0]): boolean {
  const { activity, desk } = attempt
  if (activity.type === 'message' || isArrival(activity, desk.isPrivate)) return true
  return desk.isPrivate && isEdit(activity) && !isUnchanged(attempt)
}
