import type { ClientPlace } from '../../dialogs/engine/world/localization.ts'
import type { Address } from '../../src/core/conversation/conversation.ts'
import { sha256 } from '../../src/sha256.ts'
import type { TurnKeys } from '../../src/store/ports.ts'
import { clientInfoOf, type Incoming, timeZonesIn } from './activity.ts'
import { isBot } from './arrivals.ts'

/** Tenant id for clients without tenants, such as the Bot Framework Emulator. */
const noTenant = 'local'

/** Tenant id stated by the channel. */
export function tenantOf({ channelData, conversation }: Incoming): string | undefined {
  return channelData?.tenant?.id ?? conversation.tenantId
}

/** Keys of a turn, only from what the channel states, never from card data. */
export function keysOf(activity: Incoming, newId: () => string): TurnKeys {
  return {
    tenant: tenantOf(activity) ?? noTenant,
    person: activity.from.aadObjectId ?? activity.from.id,
    conversation: activity.conversation.id,
    activity: handledAs(activity) ?? newId(),
  }
}

/**
 * Id for deduplication. Edits share the id of their message, so time and text are added; some clients send the text
 * only as an attachment.
 */
function handledAs({ type, id, text, timestamp, attachments = [] }: Incoming): string | undefined {
  if (id === undefined || type !== 'messageUpdate') return id
  const contents = attachments.map(({ contentType, content }) => [contentType, content])
  return `${id}:edited:${sha256(JSON.stringify([timestamp, text, contents]))}`
}

/** BCP 47 tag of the client's language. */
export function localeOf(activity: Incoming): string | undefined {
  return activity.locale || clientInfoOf(activity)?.locale || undefined
}

/** Place of the person, as the client tells it. */
export const clientPlaceOf = (activity: Incoming): ClientPlace => ({
  locale: localeOf(activity),
  country: clientInfoOf(activity)?.country,
  timeZone: timeZonesIn(activity)[0],
})

/** Name of the sender; undefined if the channel names the bot as the sender of a person's action. */
export const senderName = (activity: Incoming): string | undefined =>
  isBot(activity, activity.from.id) ? undefined : activity.from.name

/** Address for later messages to this conversation. */
export function addressOf(activity: Incoming): Address {
  const { id: bot, name: botName } = activity.recipient
  const { id: person } = activity.from
  const personName = senderName(activity)
  const locale = localeOf(activity)
  return {
    channel: activity.channelId,
    serviceUrl: activity.serviceUrl,
    conversation: activity.conversation.id,
    bot: { id: bot, ...(botName && { name: botName }) },
    person: { id: person, ...(personName && { name: personName }) },
    ...(locale && { locale }),
  }
}
