import { z } from 'zod'

const element = z.looseObject({ type: z.string(), id: z.string().optional() })

const action = z.looseObject({
  type: z.enum(['Action.Submit', 'Action.OpenUrl']),
  title: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
})
export type CardAction = z.infer<typeof action>

/** Fields of an Adaptive Card that the bot uses. */
export const cardSchema = z.looseObject({
  type: z.literal('AdaptiveCard'),
  body: z.array(element).default([]),
  actions: z.array(action).default([]),
})
export type Card = z.infer<typeof cardSchema>
