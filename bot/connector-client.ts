import { setTimeout as pause } from 'node:timers/promises'
import { Agent, request } from 'undici'
import { z } from 'zod'
import type { Delivery } from '../src/core/conversation.ts'

export type Sent =
  | { readonly kind: 'sent'; readonly activityId?: string | undefined }
  /** The channel will never take it. */
  | { readonly kind: 'refused'; readonly status: number }
  /** It may work later. */
  | { readonly kind: 'failed'; readonly status: number | string }

export interface ConnectorClient {
  post(delivery: Delivery): Promise<Sent>
  put(delivery: Delivery, activityId: string): Promise<Sent>
  /** From now on what fails is not tried again: the outbox keeps it for the next start. */
  hurry(): void
  close(): Promise<void>
}

/** The Authorization header for a service URL; undefined where the bot runs without authentication. */
export type Authorise = (serviceUrl: string) => Promise<string | undefined>

/** Bot Framework's connector has no time limit of its own: a hanging channel must not hang the conversation. */
const timeLimitMs = 10_000
const pausesMs = [300, 1_000, 3_000, 8_000]
const worthAnotherTry = new Set([408, 412, 429, 500, 502, 503, 504])

const answer = z.object({ id: z.string().optional() })

/** Speaks the Bot Connector's REST interface, v3. */
export function createConnectorClient(authorise: Authorise): ConnectorClient {
  const dispatcher = new Agent({
    headersTimeout: timeLimitMs,
    bodyTimeout: timeLimitMs,
    connect: { timeout: timeLimitMs },
  })

  const once = async (
    method: 'POST' | 'PUT',
    url: string,
    delivery: Delivery,
    id?: string,
  ): Promise<Sent & { retryAfter?: number }> => {
    const authorization = await authorise(delivery.address.serviceUrl)
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      ...(authorization && { authorization }),
    }
    const response = await request(url, {
      method,
      headers,
      body: JSON.stringify(bodyOf(delivery, id)),
      dispatcher,
    })
    const text = await response.body.text()
    if (response.statusCode < 300) return { kind: 'sent', activityId: idIn(text) }
    const retryAfter = Number(response.headers['retry-after'])
    if (!worthAnotherTry.has(response.statusCode)) return { kind: 'refused', status: response.statusCode }
    return {
      kind: 'failed',
      status: response.statusCode,
      ...(retryAfter > 0 && { retryAfter: retryAfter * 1000 }),
    }
  }

  const ending = new AbortController()

  const patiently = async (attempt: () => Promise<Sent & { retryAfter?: number }>): Promise<Sent> => {
    for (const wait of pausesMs) {
      const sent = await attempt().catch(brokenConnection)
      if (sent.kind !== 'failed' || ending.signal.aborted) return sent
      await pause(sent.retryAfter ?? wait, undefined, { signal: ending.signal }).catch(() => undefined)
    }
    return attempt().catch(brokenConnection)
  }

  return {
    post: (delivery) => patiently(() => once('POST', sendUrl(delivery), delivery)),
    put: (delivery, id) => patiently(() => once('PUT', activityUrl(delivery, id), delivery, id)),
    hurry: () => ending.abort(),
    close: () => dispatcher.close(),
  }
}

function brokenConnection(error: unknown): Sent & { retryAfter?: number } {
  return { kind: 'failed', status: error instanceof Error ? error.message : 'unknown' }
}

function idIn(text: string): string | undefined {
  if (text === '') return undefined
  try {
    return answer.safeParse(JSON.parse(text)).data?.id
  } catch {
    return undefined
  }
}

function sendUrl(delivery: Delivery): string {
  return delivery.replyTo === undefined ? activitiesUrl(delivery) : activityUrl(delivery, delivery.replyTo)
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
    from: address.bot,
    recipient: address.person,
    conversation: { id: address.conversation },
    ...(replyTo && { replyToId: replyTo }),
    ...(address.locale && { locale: address.locale }),
  }
}
