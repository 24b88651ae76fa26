import type { Delivery } from '../../src/core/conversation/conversation.ts'
import type { ConversationKeys } from '../../src/store/ports.ts'

/** The conversation that a message is for. */
export const conversationKeysOf = ({
  tenant,
  address,
}: Pick<Delivery, 'tenant' | 'address'>): ConversationKeys => ({
  tenant,
  conversation: address.conversation,
})
