import type { Activity } from '../client/activity.ts'
import { teamsEventId } from '../wire-ids.ts'
import { withChannelData } from './shape.ts'

/** The words of a message that was said before, changed by its author. */
export function edited(message: Activity, text: string): Activity {
  return withChannelData({ ...message, type: 'messageUpdate', text }, { eventType: 'editMessage' })
}

/** A message that its author took back. */
export function deleted(message: Activity): Activity {
  return withChannelData({ ...wordless(message), type: 'messageDelete' }, { eventType: 'softDeleteMessage' })
}

/** A deleted message that its author brought back. */
export function undeleted(message: Activity): Activity {
  return withChannelData({ ...message, type: 'messageUpdate' }, { eventType: 'undeleteMessage' })
}

/** A smiley under a message of the bot. */
export function reaction(message: Activity, messageId: string, type = 'like'): Activity {
  const reactionsAdded = [{ type }]
  const bare = wordless(message)
  return { ...bare, type: 'messageReaction', id: teamsEventId(), replyToId: messageId, reactionsAdded }
}

function wordless(message: Activity): Activity {
  const { text, textFormat, attachments, value, entities, ...rest } = message
  return rest
}
