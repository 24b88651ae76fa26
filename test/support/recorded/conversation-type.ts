import type { Activity } from '../client/activity.ts'

/** Says nothing of what kind the conversation is, as Teams does at times; only the form of its id does. */
export function withoutType(activity: Activity): Activity {
  const { conversationType, isGroup, ...conversation } = Object(activity.conversation)
  return { ...activity, conversation }
}

/** Names the kind in another case than the documentation. */
export function typeInLowerCase(activity: Activity): Activity {
  const { conversationType, isGroup, ...conversation } = Object(activity.conversation)
  return {
    ...activity,
    conversation: { ...conversation, conversationType: String(conversationType).toLowerCase() },
  }
}

/** Says that it is no group, whatever the kind. */
export function saidToBeNoGroup(activity: Activity): Activity {
  const { conversationType, ...conversation } = Object(activity.conversation)
  return { ...activity, conversation: { ...conversation, isGroup: false } }
}
