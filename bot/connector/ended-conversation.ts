import type { Declined } from './connector-client.ts'

/**
 * Codes by which the channel says that nothing reaches this conversation until the person or an administrator changes
 * their mind. Source: msteams-docs, conversation-messages.md (status codes); MessageWritesBlocked is what its older
 * versions call a chat that is blocked or uninstalled.
 */
const names =
  /\b(BotDisabledByAdmin|BotNotInConversationRoster|ConversationBlockedByUser|ForbiddenOperationException|MessageWritesBlocked|Tenant(NotFound|Disabled|Deleted))\b/i

/** The same in words, for answers whose code says less. */
const words =
  /\b(blocked the conversation|blocked the bot|bot is blocked|blocked by (the )?user|blocked for message writes|(isn't|isn’t|is not|not) (part of|in) the conversation roster|bot (isn't|isn’t|is not|was not) installed|has been uninstalled|was uninstalled|disabled this bot|bot (is|was) disabled|bot (is|was|has been) removed|tenant (was |is |has been )?(not found|disabled|deleted))\b/i

/** Client errors that say nothing about the chat. */
const others = new Set([408, 412, 413, 429])

/** Whether the channel names a reason why nothing reaches this conversation any more: blocked, removed, tenant gone. */
export function namesAnEnd({ status, code = '', textValues = '' }: Declined): boolean {
  if (status < 400 || status >= 500 || others.has(status)) return false
  return names.test(code) || names.test(textValues) || (status === 403 && words.test(textValues))
}
