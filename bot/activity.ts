import { z } from 'zod'
import { longestEntry } from '../dialogs/steps/card-data.ts'

/** An id may hold anything, except what no part of an address can be. The channel's have about 200 characters at most. */
const id = z
  .string()
  .min(1)
  .max(1_000)
  .refine((text) => !/\p{Surrogate}/u.test(text) && text !== '.' && text !== '..')

/** An id that is '' is nobody's: whoever had it would share what is kept with all others. */
const idOrNone = z
  .string()
  .optional()
  .transform((text) => text || undefined)
  .pipe(id.optional())

/** What documents keep of everybody must leave room for the others. */
const short = z.string().transform((text) => [...text.slice(0, 400)].slice(0, 200).join(''))

/** Some clients send nothing as null. */
const withoutNulls = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null))
    : value

/** Whatever else an object has passes through. */
const fields = <S extends z.core.$ZodShape>(shape: S) => z.preprocess(withoutNulls, z.looseObject(shape))

const account = fields({
  id,
  name: short.optional(),
  // Playground's are pseudo GUIDs that no UUID check would pass.
  aadObjectId: idOrNone,
})

/** An activity as a channel posts it: only what the bot uses, and every field that a client may leave out is optional. */
export const activitySchema = fields({
  type: z.string(),
  id: id.optional(),
  channelId: z.string().min(1),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: fields({
    id,
    conversationType: z.string().optional(),
    tenantId: idOrNone,
    isGroup: z.boolean().optional(),
  }),
  from: account,
  recipient: account,
  text: z.string().optional(),
  value: z.unknown().optional(),
  /** Left out where it could not be part of an address: whatever was clicked says in its value which card it is. */
  replyToId: id.optional().catch(undefined),
  locale: short.optional(),
  action: z.string().optional(),
  membersAdded: z.array(account).optional(),
  membersRemoved: z.array(account).optional(),
  /** IANA name, as Teams and Emulator tell it. */
  localTimezone: z.string().optional(),
  entities: z
    .array(
      fields({
        type: z.string().optional(),
        text: z.string().optional(),
        mentioned: account.optional(),
        /** Of the entity `clientInfo`, IANA name. */
        timezone: z.string().optional(),
        locale: short.optional(),
      }),
    )
    .optional(),
  channelData: fields({
    tenant: fields({ id: idOrNone }).optional(),
    team: fields({ id: idOrNone }).optional(),
  }).optional(),
})
export type Incoming = z.infer<typeof activitySchema>

/** Where more than the person and the bot can read along. */
export function isGroup({ conversation }: Incoming): boolean {
  return (
    conversation.isGroup === true || ['groupChat', 'channel'].includes(conversation.conversationType ?? '')
  )
}

/** The zone of the person's clock, where the client tells it. */
export function timeZoneOf({ localTimezone, entities = [] }: Incoming): string | undefined {
  return localTimezone ?? entities.find(({ type }) => type === 'clientInfo')?.timezone
}

/** The typed words, without the mention of the bot that a group needs. */
export function typedText({ text = '', entities = [], recipient }: Incoming): string {
  const mentions = entities.filter(({ mentioned }) => mentioned?.id === recipient.id)
  const bare = mentions.reduce(
    (rest, mention) => (mention.text ? rest.replaceAll(mention.text, ' ') : rest),
    text,
  )
  return bare
    .trim()
    .slice(0, longestEntry)
    .replace(/[\s\u00a0\u200b]+$/u, '')
    .replace(/^[\s\u00a0\u200b]+/u, '')
}
