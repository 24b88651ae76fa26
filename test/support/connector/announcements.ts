import type { Activity } from '../client/activity.ts'
import type { ChatClient } from '../client/chat-client.ts'
import { firstContact, installation } from '../client/first-contact.ts'

/** Posts when the bot joins a conversation, with variants of other clients and events. */
export function announcements({ scene, conversation }: ChatClient, change: object = {}): Activity[] {
  return firstContact(scene, conversation).map((activity) => ({ ...activity, ...change }))
}

/** One of them, by its type. */
export function announcement(client: ChatClient, type: string, change: object = {}): Activity {
  const found = announcements(client, change).find((each) => each.type === type)
  if (!found) throw new Error(`This client posts no ${type}`)
  return found
}

/** The same without what tells the language. */
export function mute({ locale: _, entities: __, ...activity }: Activity): Activity {
  return activity
}

/** The app is added, removed or upgraded. */
export function installed(
  { scene, conversation }: ChatClient,
  action: string,
  change: object = {},
): Activity {
  return { ...installation(scene, conversation, 'add'), action, ...change }
}

/** Headings of the cards that stand in the conversation now. */
export const headingsIn = ({ conversation }: ChatClient): string[] =>
  conversation.messages.filter(({ deleted }) => !deleted).map(({ shown }) => String(shown.summary))
