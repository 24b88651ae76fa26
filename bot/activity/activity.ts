import { z } from 'zod'
import { readGuid } from '../../src/core/text/guid.ts'
import { cleanAll, cleanText } from '../../src/text/clean-text.ts'
import { isNestedDeeper, mostLevels } from './nesting.ts'

/** An id may hold anything, except what no part of an address can be. The channel's have about 200 characters at most. */
const id = z
  .string()
  .min(1)
  .max(1_000)
  .refine((text) => !/\p{Surrogate}/u.test(text) && text !== '.' && text !== '..')

/**
 * Ids of Entra are GUIDs, which clients write in either case. An id that is '' is nobody's: whoever had it would share what
 * is kept with all others.
 */
const idOrNone = z
  .string()
  .optional()
  .transform((text) => (text && (readGuid(text) ?? text)) || undefined)
  .pipe(id.optional())

/** What documents keep of everybody must leave room for the others. */
const short = z.string().transform((text) => [...cleanText(text.slice(0, 400))].slice(0, 200).join(''))

/** Some clients send nothing as null. */
const withoutNulls = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null))
    : value

/** Whatever else an object has passes through. */
const fields = <S extends z.core.$ZodShape>(shape: S) => z.preprocess(withoutNulls, z.looseObject(shape))

const anything = z.unknown().optional()

/** Reads JSON text, unless it lies too deep; any other text stays as it is. */
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
  // Playground's are pseudo GUIDs that no UUID check would pass.
  aadObjectId: idOrNone,
})

function present<T>(all: readonly (T | undefined)[]): T[] {
  return all.filter((each) => each !== undefined)
}

/** A member without an id is left out: the others count. */
const accounts = z.array(account.optional().catch(undefined)).transform(present).optional()

const entity = fields({
  type: z.string().optional(),
  text: z.string().optional(),
  mentioned: account.optional(),
  /** Of the entity `clientInfo`. */
  timezone: z.string().optional(),
  locale: short.optional(),
})

/** An activity as a channel posts it: only what the bot uses, and every field that a client may leave out is optional. */
export const activitySchema = fields({
  type: z.string(),
  id: id.optional(),
  channelId: z.string().min(1),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: fields({
    id,
    // Whatever these two are, activity/scope.ts makes something of it: an odd one is no reason to lose a message.
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
  /** Data of a button, which some clients send as JSON text. Every string in it is clean. */
  value: z.unknown().transform(parsed).transform(cleanAll).optional(),
  /** Left out where it could not be part of an address: whatever was clicked says in its value which card it is. */
  replyToId: id.optional().catch(undefined),
  locale: short.optional(),
  action: z.string().optional(),
  membersAdded: accounts,
  membersRemoved: accounts,
  /** IANA name, as Teams and Emulator tell it. */
  localTimezone: z.string().optional().catch(undefined),
  /** One that is odd is left out: the message counts without it. */
  entities: z.array(entity.optional().catch(undefined)).transform(present).optional().catch(undefined),
  channelData: fields({
    tenant: fields({ id: idOrNone }).optional(),
    /** Signs that others read along; see activity/scope.ts. */
    team: anything,
    channel: anything,
    meeting: anything,
    teamsTeamId: anything,
    teamsChannelId: anything,
    /** Says what became of a message: `editMessage`, `undeleteMessage` … */
    eventType: anything,
  }).optional(),
})
export type Incoming = z.infer<typeof activitySchema>

/** The entity in which Teams' clients tell the language and the zone of their clock. */
export const clientInfoOf = ({ entities = [] }: Pick<Incoming, 'entities'>) =>
  entities.find(({ type }) => type === 'clientInfo')

/** Names of the zone of the person's clock, as the client tells them. */
export function timeZonesIn(activity: Incoming): string[] {
  return [activity.localTimezone, clientInfoOf(activity)?.timezone].filter((zone) => zone !== undefined)
}
