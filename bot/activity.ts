import { z } from 'zod'

const account = z.looseObject({
  id: z.string().min(1),
  name: z.string().optional(),
  // Playground's are pseudo GUIDs that no UUID check would pass.
  aadObjectId: z.string().optional(),
})

/** An activity as a channel posts it: only what the bot uses, and every field that a client may leave out is optional. */
export const activitySchema = z.looseObject({
  type: z.string(),
  id: z.string().min(1).optional(),
  channelId: z.string().min(1),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
    isGroup: z.boolean().optional(),
  }),
  from: account,
  recipient: account,
  text: z.string().optional(),
  value: z.unknown().optional(),
  replyToId: z.string().optional(),
  locale: z.string().optional(),
  action: z.string().optional(),
  membersAdded: z.array(account).optional(),
  entities: z
    .array(
      z.looseObject({
        type: z.string().optional(),
        text: z.string().nullish(),
        mentioned: account.optional(),
      }),
    )
    .optional(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).optional() }).optional(),
})
export type Incoming = z.infer<typeof activitySchema>

/** Where more than the person and the bot can read along. */
export function isGroup({ conversation }: Incoming): boolean {
  return (
    conversation.isGroup === true || ['groupChat', 'channel'].includes(conversation.conversationType ?? '')
  )
}

/** The typed words, without the mention of the bot that a group needs. */
export function typedText({ text = '', entities = [], recipient }: Incoming): string {
  const mentions = entities.filter(({ mentioned }) => mentioned?.id === recipient.id)
  const bare = mentions.reduce(
    (rest, mention) => (mention.text ? rest.replaceAll(mention.text, ' ') : rest),
    text,
  )
  return bare.replace(/[\s\u00a0\u200b]+$/u, '').replace(/^[\s\u00a0\u200b]+/u, '')
}
