import { canBePersonal } from '../../src/core/conversation/personal-chat.ts'
import type { Incoming } from './activity.ts'

/** `personal`: nobody but one person and the bot reads along. */
export type Scope = 'personal' | 'shared'

/**
 * Says where an activity was said. Fails closed: Teams leaves `conversationType` out at times and writes it in several
 * ways, so whatever is not surely one to one counts as shared.
 */
export function scopeOf(activity: Incoming): Scope {
  return hasSignOfOthers(activity) || !isNamedPersonal(activity) ? 'shared' : 'personal'
}

/** Nobody but one person and the bot reads along. */
export const isPersonal = (activity: Incoming): boolean => scopeOf(activity) === 'personal'

function hasSignOfOthers({ conversation, channelData = {} }: Incoming): boolean {
  const { team, channel, meeting, teamsTeamId, teamsChannelId } = channelData
  const places = [team, channel, meeting, teamsTeamId, teamsChannelId]
  return !isNo(conversation.isGroup) || !canBePersonal(conversation.id) || !places.every(isNo)
}

const isNo = (sign: unknown): boolean =>
  [undefined, null, false, 'false', 'False', ''].some((no) => no === sign)

/** Clients other than Teams name no type; in Teams the id of a personal chat that has none begins with `a:`. */
function isNamedPersonal({ channelId, conversation: { id, conversationType } }: Incoming): boolean {
  if (conversationType === undefined || conversationType === null || conversationType === '')
    return channelId.toLowerCase() !== 'msteams' || /^a:/i.test(id)
  return typeof conversationType === 'string' && conversationType.trim().toLowerCase() === 'personal'
}
