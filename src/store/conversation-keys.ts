import type { Delivery } from '../core/conversation/conversation.ts'
import type { ConversationKeys } from './ports.ts'

/** The conversation that a message is for. */
export const conversationKeysOf = ({
  tenant,
  address,
}: Pick<Delivery, 'tenant' | 'address'>): ConversationKeys => ({
  tenant,
  conversation: address.conversation,
})
