import type { Delivery } from '../../src/core/conversation/conversation.ts'

/** A request of the Bot Connector REST API v3. */
export interface ConnectorRequest {
  readonly method: 'POST' | 'PUT'
  readonly url: string
  readonly body: object
}

/** Builds the request for a delivery; `replaced` is the channel id of the message to update. */
export function requestOf(delivery: Delivery, replaced: string | undefined): ConnectorRequest {
  const body = bodyOf(delivery, replaced)
  if (replaced !== undefined) return { method: 'PUT', url: activityUrl(delivery, replaced), body }
  const url =
    delivery.replyTo === undefined ? activitiesUrl(delivery) : activityUrl(delivery, delivery.replyTo)
  return { method: 'POST', url, body }
}

function activityUrl(delivery: Delivery, id: string): string {
  return `${activitiesUrl(delivery)}/${encodeURIComponent(id)}`
}

function activitiesUrl({ address }: Delivery): string {
  const base = address.serviceUrl.replace(/\/+$/, '')
  return `${base}/v3/conversations/${encodeURIComponent(address.conversation)}/activities`
}

function bodyOf({ address, activity, replyTo }: Delivery, id: string | undefined) {
  return {
    ...activity,
    ...(id && { id }),
    channelId: address.channel,
    serviceUrl: address.serviceUrl,
    from: { ...address.bot, ...roleIn(address.channel) },
    recipient: address.person,
    conversation: { id: address.conversation },
    ...(replyTo && { replyToId: replyTo }),
    ...(address.locale && { locale: address.locale }),
  }
}

/**
 * The Emulator distinguishes messages of the bot by the role they state, also in saved transcripts; other channels need
 * none.
 */
function roleIn(channel: string) {
  return channel === 'emulator' ? { role: 'bot' } : {}
}
