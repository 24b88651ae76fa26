import type { scopeOf as original } from '../../../bot/activity/conversation-scope.ts'

export * from '../../../bot/activity/conversation-scope.ts'

/** A hole: what does not say that it is a group counts as one to one, though Teams leaves that out at times. */
export const scopeOf: typeof original = ({ conversation: { isGroup, conversationType } }) =>
  isGroup === true || ['groupChat', 'channel'].some((type) => type === conversationType)
    ? 'shared'
    : 'personal'

export const isPersonal = (activity: Parameters<typeof original>[0]) => scopeOf(activity) === 'personal'
