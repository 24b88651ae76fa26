import { z } from 'zod'
import type { Post } from '../bot/bot-post.ts'
import { type Activity, adaptiveCardType } from '../client/activity.ts'

const answerSchema = z.looseObject({
  type: z.string(),
  value: z.unknown(),
})

const errorSchema = z.looseObject({ message: z.string() })

/** Visible result of an Action.Execute answer: a replacement card, a banner, or nothing. */
export type InvokeEffect =
  | { readonly kind: 'card'; readonly activity: Activity }
  | { readonly kind: 'banner'; readonly activity: Activity }

export function readInvokeAnswer({ status, body }: Post): InvokeEffect | undefined {
  const answer = answerSchema.safeParse(body).data
  if (status !== 200 || !answer) return undefined
  switch (answer.type) {
    case 'application/vnd.microsoft.card.adaptive': {
      const attachments = [{ contentType: adaptiveCardType, content: answer.value }]
      return { kind: 'card', activity: { type: 'message', attachments } }
    }
    case 'application/vnd.microsoft.activity.message':
      return { kind: 'banner', activity: { type: 'message', text: String(answer.value) } }
    case 'application/vnd.microsoft.error':
      return { kind: 'banner', activity: { type: 'message', text: errorSchema.parse(answer.value).message } }
    default:
      return undefined
  }
}
