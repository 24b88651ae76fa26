import { z } from 'zod'
import { isSameAccount } from './accounts.ts'
import type { Incoming } from './activity.ts'

/**
 * Detects that the bot was added, or that the person joined their private chat. Other joins and app upgrades do not
 * count.
 */
export function isArrival(activity: Incoming, isPersonalChat: boolean): boolean {
  if (activity.type === 'installationUpdate') return actionOf(activity) === 'add'
  const { type, membersAdded = [], from } = activity
  if (type !== 'conversationUpdate') return false
  const isPerson = (id: string) => isPersonalChat && isSameAccount(id, from.id)
  return membersAdded.some(({ id }) => isBot(activity, id) || isPerson(id))
}

/** Detects that the bot was removed and can no longer write here; upgrades do not count. */
export function isRemoval(activity: Incoming): boolean {
  if (activity.type === 'installationUpdate') return actionOf(activity) === 'remove'
  const { type, membersRemoved = [] } = activity
  return type === 'conversationUpdate' && membersRemoved.some(({ id }) => isBot(activity, id))
}

/** Tests whether an id is the bot's. */
export const isBot = ({ recipient }: Incoming, id: string): boolean => isSameAccount(id, recipient.id)

const team = z.looseObject({ id: z.string().min(1) })

/** Id of the team of a channel; its general channel has the same id. */
export function teamIdOf({
  channelData,
  conversation: { conversationType, id },
}: Incoming): string | undefined {
  const isChannel = String(conversationType).toLowerCase() === 'channel'
  return team.safeParse(channelData?.team).data?.id ?? (isChannel ? id.split(';')[0] : undefined)
}

/** One of `add`, `remove`, `add-upgrade`, `remove-upgrade`. */
const actionOf = ({ action = '' }: Incoming): string => action.toLowerCase()
