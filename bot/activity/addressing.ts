import type { Address } from '../../src/core/conversation/conversation.ts'
import { sha256 } from '../../src/sha256.ts'
import type { TurnKeys } from '../../src/store/ports.ts'
import { clientInfoOf, type Incoming } from './activity.ts'
import { isBot } from './arrivals.ts'

/** The company of clients that know no tenant, such as the Bot Framework Emulator. */
const noTenant = 'local'

/** The company that the channel states. */
export function tenantOf({ channelData, conversation }: Incoming): string | undefined {
  return channelData?.tenant?.id ?? conversation.tenantId
}

/** Who speaks, for which company, where: only from what the channel states, never from what a card sends. */
export function keysOf(activity: Incoming, newId: () => string): TurnKeys {
  return {
    tenant: tenantOf(activity) ?? noTenant,
    person: activity.from.aadObjectId ?? activity.from.id,
    conversation: activity.conversation.id,
    activity: handledAs(activity) ?? newId(),
  }
}

/**
 * Names what must not be handled twice. An edited message keeps its id, so its edits are told apart by time and words, which some clients
 * send in an attachment only.
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

/** The sender's name, unless the channel names the bot itself as the one who did what the person did. */
export const senderName = (activity: Incoming): string | undefined =>
  isBot(activity, activity.from.id) ? undefined : activity.from.name

/** How to reach this conversation again. */
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
