import { z } from 'zod'

const accountSchema = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  aadObjectId: z.string().optional(),
  role: z.string().optional(),
})

const attachmentSchema = z.looseObject({
  contentType: z.string(),
  content: z.unknown().optional(),
  name: z.string().optional(),
})

const suggestedActionSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  value: z.unknown().optional(),
})

/** A Bot Framework activity as it travels: what is read here is typed, everything else passes through untouched. */
export const activitySchema = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  channelId: z.string().optional(),
  serviceUrl: z.string().optional(),
  timestamp: z.string().optional(),
  localTimestamp: z.string().optional(),
  locale: z.string().optional(),
  from: accountSchema.optional(),
  recipient: accountSchema.optional(),
  conversation: z.looseObject({ id: z.string() }).optional(),
  membersAdded: z.array(accountSchema).optional(),
  text: z.string().optional(),
  textFormat: z.string().optional(),
  name: z.string().optional(),
  summary: z.string().optional(),
  replyToId: z.string().optional(),
  attachmentLayout: z.string().optional(),
  attachments: z.array(attachmentSchema).optional(),
  suggestedActions: z.looseObject({ actions: z.array(suggestedActionSchema) }).optional(),
  entities: z.array(z.looseObject({ type: z.string().optional() })).optional(),
  channelData: z.unknown().optional(),
  value: z.unknown().optional(),
})

export type Activity = z.infer<typeof activitySchema>
export type Account = z.infer<typeof accountSchema>

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive'

/** The content of the first Adaptive Card of a message; unparsed. */
export function adaptiveCardOf(activity: Activity): unknown {
  return activity.attachments?.find((attachment) => attachment.contentType === adaptiveCardType)?.content
}

/** One line for a failing test: what a person would call this activity. */
export function describeActivity(activity: Activity): string {
  const card = adaptiveCardOf(activity)
  const shown = activity.text ?? (card === undefined ? '' : JSON.stringify(card))
  return `${activity.type} ${JSON.stringify(shown.slice(0, 200))}`
}
