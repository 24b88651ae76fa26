import type { Activity } from '../client/activity.ts'

/** A mention in the words alone, as in a later message of a thread: no entity says who is meant. */
export function bareMention(activity: Activity): Activity {
  const { entities, ...rest } = activity
  return rest
}
