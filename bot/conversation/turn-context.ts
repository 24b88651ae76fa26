import { BotAdapter, type ConversationReference, type ResourceResponse, TurnContext } from 'botbuilder'
import type { Incoming } from '../activity/activity.ts'

/** Adapter that sends nothing: dialogs write to the unit of work, and traces of the SDK are dropped. */
class SilentAdapter extends BotAdapter {
  override async sendActivities(): Promise<ResourceResponse[]> {
    return []
  }
  override async updateActivity(): Promise<undefined> {
    return undefined
  }
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(_reference: Partial<ConversationReference>): Promise<void> {}
}

const adapter = new SilentAdapter()

/** Bot Framework context of one attempt at a turn. */
export function contextOf({
  type,
  id,
  channelId,
  serviceUrl,
  conversation,
  from,
  recipient,
}: Incoming): TurnContext {
  const { id: conversationId } = conversation
  return new TurnContext(adapter, {
    type,
    ...(id && { id }),
    channelId,
    serviceUrl,
    conversation: { id: conversationId, name: '', conversationType: '', isGroup: false },
    from: { id: from.id, name: from.name ?? '' },
    recipient: { id: recipient.id, name: recipient.name ?? '' },
  })
}
