import { z } from 'zod'
import { type Activity, activitySchema } from '../client/activity.ts'
import { millisecondId } from '../wire-ids.ts'
import type { HttpAnswer } from './connector-answer.ts'
import type { ConnectorWorld } from './connector-world.ts'

const creationSchema = z.looseObject({
  isGroup: z.boolean().optional(),
  bot: z.looseObject({ id: z.string() }).optional(),
  members: z.array(z.looseObject({ id: z.string() })).default([]),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).optional() }).optional(),
  activity: activitySchema.optional(),
})

export interface Creation {
  readonly bot: { readonly id: string } | undefined
  readonly members: readonly { readonly id: string }[]
  readonly channel: string | undefined
  readonly activity: Activity | undefined
}

/** Request of createConversation; empty bodies have neither members nor channel. */
export function readCreation(body: unknown): Creation {
  const parsed = creationSchema.safeParse(body ?? {}).data
  return {
    bot: parsed?.bot,
    members: parsed?.members ?? [],
    channel: parsed?.channelData?.channel?.id,
    activity: parsed?.activity,
  }
}

/** Starts a thread in a channel with its first message; undefined when there is no such channel. */
export function createChannelPost(
  { channel, activity }: Creation,
  world: ConnectorWorld,
): HttpAnswer | undefined {
  const place = world.find(channel ?? '')
  if (!place) return undefined
  const activityId = millisecondId()
  const thread = world.post(place, activity ?? { type: 'message', text: '' }, activityId)
  return { status: 201, body: { id: thread.id, activityId } }
}
