import type { Activity } from '../client/activity.ts'

/** A first event that does not say which language the person reads. */
export function withoutLocale(activity: Activity): Activity {
  if (activity.type === 'message') return activity
  const { locale, entities, ...rest } = activity
  return rest
}
