import { canBePersonal } from '../../src/core/conversation/personal-chat.ts'
import type { Incoming } from './activity.ts'

/** `personal`: only one person and the bot can read the conversation. */
export type Scope = 'personal' | 'shared'

/**
 * Scope of an activity. Fails closed: Teams sometimes omits `conversationType` and spells it differently, so anything
 * not surely one to one is shared.
 */
export function scopeOf(activity: Incoming): Scope {
  return hasSignOfOthers(activity) || !isNamedPersonal(activity) ? 'shared' : 'personal'
}

/** Tests whether only one person and the bot can read the conversation. */
export const isPersonal = (activity: Incoming): boolean => scopeOf(activity) === 'personal'

function hasSignOfOthers({ conversation, channelData = {} }: Incoming): boolean {
  const { team, channel, meeting, teamsTeamId, teamsChannelId } = channelData
  const signs = [team, channel, meeting, teamsTeamId, teamsChannelId]
  return !isNo(conversation.isGroup) || !canBePersonal(conversation.id) || !signs.every(isNo)
}

const isNo = (sign: unknown): boolean =>
  [undefined, null, false, 'false', 'False', ''].some((no) => no === sign)

/** Only Teams sends a type. In Teams, ids of personal chats without a type begin with `a:`. */
function isNamedPersonal({ channelId, conversation: { id, conversationType } }: Incoming): boolean {
  if (conversationType === undefined || conversationType === null || conversationType === '')
    return channelId.toLowerCase() !== 'msteams' || /^a:/i.test(id)
  return typeof conversationType === 'string' && conversationType.trim().toLowerCase() === 'personal'
}
