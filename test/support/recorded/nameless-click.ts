import type { Activity } from '../client/activity.ts'
import { teamsId, uuidV4 } from '../wire-ids.ts'
import { withChannelData } from './shape.ts'

/**
 * A click that says nowhere which message it was on: `replyToId` is missing, and the id that Teams gives in its place was
 * never returned by any send.
 */
export function namelessClick(activity: Activity): Activity {
  const { replyToId, ...click } = activity
  if (activity.type !== 'message' || activity.value === undefined) return activity
  const legacy = { replyToId: teamsId('1:') }
  return withChannelData({ ...click, id: `f:${uuidV4()}` }, { legacy, source: { name: 'message' } })
}
