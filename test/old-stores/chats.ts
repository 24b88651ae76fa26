import { z } from 'zod'
import { activitySchema } from '../support/client/activity.ts'
import { ChatClient } from '../support/client/chat-client.ts'
import type { FakeConnector } from '../support/connector/fake-connector.ts'

const accountSchema = z.object({
  id: z.string(),
  name: z.string(),
  aadObjectId: z.string().optional(),
  tenantId: z.string().optional(),
})

/** A person's chat, as their client showed it when the store was written. */
export const chatSchema = z.object({
  scene: z.object({
    person: accountSchema,
    bot: accountSchema,
    tenantId: z.string(),
    locale: z.string(),
    timeZone: z.string(),
    country: z.string(),
  }),
  conversation: z.string(),
  /** Messages of the bot, oldest first, as they were shown. */
  messages: z.array(z.object({ id: z.string(), shown: activitySchema })),
  /** Last activities that the client posted. */
  posts: z.array(activitySchema),
})
export type Chat = z.infer<typeof chatSchema>

/** Records a chat with its `latest` messages. */
export function saveChat({ scene, conversation, posts }: ChatClient, latest = 20): Chat {
  const { connector: _, ...rest } = scene
  return chatSchema.parse({
    scene: rest,
    conversation: conversation.id,
    messages: conversation.messages.slice(-latest).map(({ id, shown }) => ({ id, shown })),
    posts: posts.slice(-3).map(({ activity }) => activity),
  })
}

/** Opens a recorded chat on another connector: the same person, conversation and messages. */
export function openChat(
  connector: FakeConnector,
  botUrl: string,
  { scene, conversation, messages }: Chat,
): ChatClient {
  const { person, bot, tenantId } = scene
  const people = [{ ...person, tenantId }]
  const place = connector.world.open({ id: conversation, kind: 'personal', bot, people, tenantId })
  for (const { id, shown } of messages) place.receive(shown, id)
  const seen = { ...scene, person: { ...person, aadObjectId: person.aadObjectId }, connector }
  const client = new ChatClient({ connector, botUrl }, seen, place)
  client.catchUp()
  return client
}
