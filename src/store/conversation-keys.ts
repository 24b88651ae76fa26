import type { Delivery } from '../core/conversation/conversation.ts'
import type { ConversationKeys } from './ports.ts'

/** Returns the conversation of a message. */
export const conversationKeysOf = ({
  tenant,
  address,
}: Pick<Delivery, 'tenant' | 'address'>): ConversationKeys => ({
  tenant,
  conversation: address.conversation,
})
