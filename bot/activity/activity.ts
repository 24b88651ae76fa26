import { z } from 'zod'
import { readGuid } from '../../src/core/text/guid.ts'
import { cleanAll, cleanText } from '../../src/text/clean-text.ts'
import { isNestedDeeper, mostLevels } from './nesting.ts'

/** Any text that can be one segment of a URL. Ids of the channel have about 200 characters. */
const id = z
  .string()
  .min(1)
  .max(1_000)
  .refine((text) => !/\p{Surrogate}/u.test(text) && text !== '.' && text !== '..')

/** Entra ids are GUIDs in either case. Empty ids are dropped: all people with one would share data. */
const idOrNone = z
  .string()
  .optional()
  .transform((text) => (text && (readGuid(text) ?? text)) || undefined)
  .pipe(id.optional())

/** Limits text stored per person to 200 characters. */
const short = z.string().transform((text) => [...cleanText(text.slice(0, 400))].slice(0, 200).join(''))

/** Removes null fields, which some clients send instead of leaving them out. */
const withoutNulls = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null))
    : value

/** Keeps unknown fields. */
const fields = <S extends z.core.$ZodShape>(shape: S) => z.preprocess(withoutNulls, z.looseObject(shape))

const anything = z.unknown().optional()

/** Parses JSON text up to `mostLevels` deep; other text is returned unchanged. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    const data: unknown = JSON.parse(value)
    return isNestedDeeper(data, mostLevels) ? undefined : data
  } catch {
    return value
  }
}

const account = fields({
  id,
  name: short.optional(),
  // Playground sends pseudo GUIDs that no UUID check accepts.
  aadObjectId: idOrNone,
})

function present<T>(all: readonly (T | undefined)[]): T[] {
  return all.filter((each) => each !== undefined)
}

/** Skips members without an id. */
const accounts = z.array(account.optional().catch(undefined)).transform(present).optional()

const entity = fields({
  type: z.string().optional(),
  text: z.string().optional(),
  mentioned: account.optional(),
  /** Of the entity `clientInfo`. */
  timezone: z.string().optional(),
  locale: short.optional(),
  country: short.optional(),
})

/** An activity as posted by a channel: the fields that the bot uses, optional wherever a client may leave them out. */
export const activitySchema = fields({
  type: z.string(),
  id: id.optional(),
  channelId: z.string().min(1),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: fields({
    id,
    // scope.ts judges any value of these two: an unexpected one must not lose the message.
    conversationType: anything,
    tenantId: idOrNone,
    isGroup: anything,
  }),
  from: account,
  recipient: account,
  timestamp: z.string().optional().catch(undefined),
  text: z.string().optional(),
  textFormat: z.string().optional().catch(undefined),
  attachments: z
    .array(fields({ contentType: z.string().optional(), content: z.unknown().optional() }))
    .optional()
    .catch(undefined),
  /** Button data, which some clients send as JSON text; its strings are cleaned. */
  value: z.unknown().transform(parsed).transform(cleanAll).optional(),
  /** Dropped if it cannot be part of a URL: the value of a click names its card. */
  replyToId: id.optional().catch(undefined),
  locale: short.optional(),
  action: z.string().optional(),
  membersAdded: accounts,
  membersRemoved: accounts,
  /** IANA name, from Teams and the Emulator. */
  localTimezone: z.string().optional().catch(undefined),
  /** Malformed entities are skipped; the message still counts. */
  entities: z.array(entity.optional().catch(undefined)).transform(present).optional().catch(undefined),
  channelData: fields({
    tenant: fields({ id: idOrNone }).optional(),
    /** Signs of a shared conversation; see scope.ts. */
    team: anything,
    channel: anything,
    meeting: anything,
    teamsTeamId: anything,
    teamsChannelId: anything,
    /** Kind of message update: `editMessage`, `undeleteMessage` … */
    eventType: anything,
  }).optional(),
})
/** An activity after parsing. */
export type Incoming = z.infer<typeof activitySchema>

/** The entity `clientInfo` of Teams clients, with language and time zone. */
export const clientInfoOf = ({ entities = [] }: Pick<Incoming, 'entities'>) =>
  entities.find(({ type }) => type === 'clientInfo')

/** Time zone names that the client states. */
export function timeZonesIn(activity: Incoming): string[] {
  return [activity.localTimezone, clientInfoOf(activity)?.timezone].filter((zone) => zone !== undefined)
}
