import { z } from 'zod'

/** Where the channel can be reached: our own schema, so that it outlives the SDK's. */
export const addressSchema = z.object({
  channel: z.string(),
  serviceUrl: z.string(),
  conversation: z.string(),
  bot: z.object({ id: z.string(), name: z.string().optional() }),
  person: z.object({ id: z.string(), name: z.string().optional() }),
  locale: z.string().optional(),
})
export type Address = z.infer<typeof addressSchema>

const json = z.record(z.string(), z.unknown())

/** One message for the channel, or the replacement of an earlier one. */
export const deliverySchema = z.object({
  id: z.string(),
  /** The company whose conversation it belongs to. */
  tenant: z.string(),
  address: addressSchema,
  activity: json,
  /** Id of the incoming activity that is answered; absent for messages that the bot starts. */
  replyTo: z.string().optional(),
  /** Nobody waits for it: it keeps to the channel's limits, and is not sent again where it may have arrived. */
  unasked: z.literal(true).optional(),
  /** Instant of its commit in real milliseconds. Absent in what was kept before it was noted, and where there is no commit. */
  at: z.number().optional(),
  /** A second process began to send it after the first one ended: a third one must not. */
  again: z.literal(true).optional(),
  /** The delivery that this one replaces in the chat, and the channel's id of it where the click told us. */
  replaces: z.object({ delivery: z.string(), activityId: z.string().optional() }).optional(),
})
export type Delivery = z.infer<typeof deliverySchema>

const draftSchema = z.object({
  guide: z.string(),
  /** Where the guide was and what was answered, as dialogs/engine/flow.ts wrote it. */
  state: json,
  /** ISO instant at which the guide was left. */
  leftAt: z.string(),
  /** The person said that they do not want to go on, for now. */
  cancelled: z.literal(true).optional(),
})
export type Draft = z.infer<typeof draftSchema>

/** What the bot remembers of one chat. Guides in progress are the dialog stack. */
export const conversationSchema = z.object({
  schema: z.literal(1),
  address: addressSchema,
  /** Who wrote there last, by the id that their company knows them by. Absent in what was kept before it was noted. */
  person: z.string().optional(),
  /** Who was welcomed here, as bot/conversation/greeting.ts names them. */
  welcomed: z.array(z.string()),
  /** The bot was removed from here, and has not been added again. */
  left: z.literal(true).optional(),
  /** The welcome, until a person writes. */
  greeting: z
    .object({
      delivery: z.string(),
      /** Page that it shows. */
      page: z.string(),
      /** Types of the activities that announced the coming. */
      announced: z.array(z.string()),
      /** BCP 47 language that it is in, where nothing had told the right one. */
      language: z.string().optional(),
    })
    .optional(),
  /** BCP 47 language of the guide that waits, or of a sentence that was answered in its own: src/core/text/spoken-language.ts. */
  language: z.string().optional(),
  /** Bot Framework's dialog state: plain JSON, understood by dialogs/engine/flow.ts alone. */
  dialogs: json,
  /** Guides left half-way, newest first, one per guide. */
  drafts: z.array(draftSchema),
  /** Typed lines that have filled in the step that waits: they may still be edited. */
  typed: z
    .object({
      /** Names the step, and which time it is asked. */
      round: z.string(),
      /** Entries before the first line; a hash of those after the last. */
      before: z.record(z.string(), z.string()),
      after: z.string(),
      /** By the channel's ids of the messages. A line that was refused has a hash in place of its text. */
      lines: z.array(z.object({ id: z.string(), text: z.string(), hash: z.string().optional() })),
    })
    .optional(),
  /** The last line, where it was no answer to a step and nothing was recorded by it; without a hash it was not read. */
  lastLine: z
    .object({
      id: z.string(),
      hash: z.string().optional(),
      /** Languages that the person had written in before, as in their document. */
      wrote: z.array(z.string()).optional(),
    })
    .optional(),
  /** A message did not get through, and the person does not know yet. */
  lost: z.literal(true).optional(),
  /** The click that was answered last, to tell a double click from a second thought. */
  lastClick: z.object({ fingerprint: z.string(), at: z.number() }).optional(),
})
export type Conversation = z.infer<typeof conversationSchema>
