import type { Declined } from './connector-client.ts'

/**
 * Codes for conversations closed until the person or an administrator acts. Source: msteams-docs,
 * conversation-messages.md (status codes); MessageWritesBlocked is the older name for blocked or uninstalled.
 */
const names =
  /\b(BotDisabledByAdmin|BotNotInConversationRoster|ConversationBlockedByUser|ForbiddenOperationException|MessageWritesBlocked|Tenant(NotFound|Disabled|Deleted))\b/i

/** Wordings of the same, for answers with less specific codes. */
const words =
  /\b(blocked the conversation|blocked the bot|bot is blocked|blocked by (the )?user|blocked for message writes|(isn't|isn’t|is not|not) (part of|in) the conversation roster|bot (isn't|isn’t|is not|was not) installed|has been uninstalled|was uninstalled|disabled this bot|bot (is|was) disabled|bot (is|was|has been) removed|tenant (was |is |has been )?(not found|disabled|deleted))\b/i

/** Client errors unrelated to the chat. */
const others = new Set([408, 412, 413, 429])

/** Tests whether the channel states that the conversation is closed: blocked, removed, tenant gone. */
export function namesAnEnd({ status, code = '', message = '' }: Declined): boolean {
  if (status < 400 || status >= 500 || others.has(status)) return false
  return names.test(code) || names.test(message) || (status === 403 && words.test(message))
}
