import { z } from 'zod'

/** Address of a chat in the channel; our own schema, independent of the SDK's. */
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

/** Message to the channel, or replacement of an earlier one. */
export const deliverySchema = z.object({
  id: z.string(),
  /** Company of the conversation. */
  tenant: z.string(),
  address: addressSchema,
  activity: json,
  /** Id of the incoming activity; absent on proactive messages. */
  replyTo: z.string().optional(),
  /** Proactive: subject to the channel's limits, and never sent twice when it may have arrived. */
  unasked: z.literal(true).optional(),
  /** Instant of the commit in real milliseconds; absent without a commit and in older data. */
  at: z.number().optional(),
  /** A second process tried to send it after the first died; a third must not. */
  again: z.literal(true).optional(),
  /** Delivery to replace in the chat, and the channel's id of it if the click gave one. */
  replaces: z.object({ delivery: z.string(), activityId: z.string().optional() }).optional(),
})
export type Delivery = z.infer<typeof deliverySchema>

const draftSchema = z.object({
  guide: z.string(),
  /** Position and answers in the guide, written by dialogs/engine/flow.ts. */
  state: json,
  /** ISO instant at which the guide was left. */
  leftAt: z.string(),
  /** The person chose not to continue for now. */
  cancelled: z.literal(true).optional(),
})
export type Draft = z.infer<typeof draftSchema>

/** State of one chat. Guides in progress are the dialog stack. */
export const conversationSchema = z.object({
  schema: z.literal(1),
  address: addressSchema,
  /** Last writer's id in the company; absent in older data. */
  person: z.string().optional(),
  /** People welcomed here, named as in bot/conversation/greeting.ts. */
  welcomed: z.array(z.string()),
  /** The bot was removed and not added again. */
  left: z.literal(true).optional(),
  /** The welcome message, until a person writes. */
  greeting: z
    .object({
      delivery: z.string(),
      /** Page shown. */
      page: z.string(),
      /** Types of the activities that announced the arrival. */
      announced: z.array(z.string()),
      /** BCP 47 language of the welcome, if it was a guess. */
      language: z.string().optional(),
    })
    .optional(),
  /**
   * BCP 47 language of the waiting guide or of the last sentence answered in its own language:
   * src/core/text/spoken-language.ts.
   */
  language: z.string().optional(),
  /** Bot Framework's dialog state: JSON read only by dialogs/engine/flow.ts. */
  dialogs: json,
  /** Unfinished guides, newest first, one per guide. */
  drafts: z.array(draftSchema),
  /** Id of the waiting card, if a page was shown since: the next free words are not its answer. */
  paused: z.string().optional(),
  /** Typed lines that filled in the waiting step and may still be edited. */
  typed: z
    .object({
      /** Identifies the step and how many times it was shown. */
      round: z.string(),
      /** Inputs before the first line; a hash of those after the last. */
      before: z.record(z.string(), z.string()),
      after: z.string(),
      /** Message ids by the channel. A refused line has a hash instead of its text. */
      lines: z.array(z.object({ id: z.string(), text: z.string(), hash: z.string().optional() })),
    })
    .optional(),
  /** The last line, if it answered no step and recorded nothing; without a hash it was not read. */
  lastLine: z
    .object({
      id: z.string(),
      hash: z.string().optional(),
      /** Languages written before it, as in the person's document. */
      wrote: z.array(z.string()).optional(),
    })
    .optional(),
  /** What was spoken of last that there are reminders of, for "remind me tomorrow". */
  spokenOf: z
    .object({
      /** Guide or page. */
      of: z.string(),
      /** Topics of its reminders, and the benefit or tenant that was named. */
      topics: z.array(z.string()),
      subject: z.string().optional(),
      /** Instant in milliseconds. */
      at: z.number(),
    })
    .optional(),
  /** A message failed to arrive, and the person has not been informed yet. */
  lost: z.literal(true).optional(),
  /** The last answered click, to tell a double click from a new one. */
  lastClick: z.object({ fingerprint: z.string(), at: z.number() }).optional(),
})
export type Conversation = z.infer<typeof conversationSchema>
