import type { Conversation } from '../core/conversation/conversation.ts'
import { recipientIn } from '../core/reminders/roster.ts'
import type { CompanyFile } from './company-file.ts'

/** Lists a person's channel ids from their chats and the roster. */
export function accountsOf({ conversations, roster }: CompanyFile, person: string): string[] {
  const recipient = roster && recipientIn(roster.document, person)
  const chats = conversations.map(({ document }) => document).filter((chat) => chat.person === person)
  const addresses = [...(recipient ? [recipient] : []), ...chats].map(({ address }) => address)
  return [...new Set(addresses.map(({ person: account }) => account.id))]
}

/** Tells whether a chat belongs to a person with one of these ids, of the channel or the company. */
export const isChatOf = ({ address, person, welcomed }: Conversation, ids: readonly string[]): boolean =>
  [address.person.id, person, ...welcomed].some((id) => id !== undefined && ids.includes(id))
