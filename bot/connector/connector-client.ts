import type { IncomingHttpHeaders } from 'node:http'
import { Agent, buildConnector, request } from 'undici'
import { z } from 'zod'
import type { Delivery } from '../../src/core/conversation/conversation.ts'
import { type ConnectorRequest, requestOf } from './connector-request.ts'
import { readError } from './error-body.ts'
import { readRetryAfter } from './retry-after.ts'
import type { ServiceHosts } from './service-hosts.ts'

/** Result of one attempt to send a message. */
export type ConnectorOutcome =
  | { readonly kind: 'taken'; readonly activityId?: string | undefined }
  | Declined
  /** No response. */
  | { readonly kind: 'broken'; readonly reason: string; readonly mayHaveArrived: boolean }
  /** Host not allowed: nothing was sent, and no token requested. */
  | { readonly kind: 'foreign' }
  /** Two earlier processes may have sent it: nothing was sent. */
  | { readonly kind: 'repeated' }

/** Error response of the channel. */
export interface Declined {
  readonly kind: 'declined'
  readonly status: number
  readonly code?: string | undefined
  /** Message of the response; may contain names, so it is never logged. */
  readonly message?: string | undefined
  /** Milliseconds, if stated. */
  readonly retryAfter?: number | undefined
}

/** Sends messages to the channel. */
export interface ConnectorClient {
  /** Makes one attempt; `replaced` is the channel id of the message to update. */
  attempt(delivery: Delivery, replaced?: string): Promise<ConnectorOutcome>
  close(): Promise<void>
}

/**
 * Returns the Authorization header for a service URL; undefined without authentication. `refused`: header that the
 * channel just answered with 401; another one is returned if available.
 */
export type Authorise = (serviceUrl: string, refused?: string) => Promise<string | undefined>

export interface ConnectorOptions {
  readonly authorise: Authorise
  readonly hosts: ServiceHosts
  /** Timeout in milliseconds; the SDK's connector has none, and a hanging channel would block the conversation. */
  readonly timeLimit?: number
}

const taken = z.object({ id: z.string().optional() })

/** Creates a client of the Bot Connector REST API v3. Redirects are not followed. */
export function createConnectorClient(options: ConnectorOptions): ConnectorClient {
  const { authorise, hosts, timeLimit = 10_000 } = options
  const { dispatcher, isUnconnected } = createDispatcher(timeLimit)

  const post = async ({ method, url, body }: ConnectorRequest, authorization: string | undefined) => {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      ...(authorization && { authorization }),
    }
    const response = await request(url, { method, headers, body: JSON.stringify(body), dispatcher })
    // With the status known, a broken body changes nothing.
    return { response, body: json(await response.body.text().catch(() => '')) }
  }

  /** Retries a 401 at once with another token: nothing was accepted, and the first may be stale. */
  const send = async (delivery: Delivery, replaced?: string): Promise<ConnectorOutcome> => {
    const call = requestOf(delivery, replaced)
    const authorization = await tokenFor(delivery, authorise)
    const first = await post(call, authorization)
    if (first.response.statusCode !== 401 || authorization === undefined) return outcomeOf(first)
    const other = await tokenFor(delivery, authorise, authorization)
    return outcomeOf(other === authorization ? first : await post(call, other))
  }

  const broken = (error: unknown): ConnectorOutcome => {
    const reason = error instanceof Error ? error.message : 'unknown'
    return { kind: 'broken', reason, mayHaveArrived: !isUnconnected(error) }
  }

  return {
    attempt: async (delivery, replaced) => {
      if (!hosts.allow(delivery.address.serviceUrl)) return { kind: 'foreign' }
      return send(delivery, replaced).catch(broken)
    },
    close: () => dispatcher.close(),
  }
}

interface Answer {
  readonly response: { readonly statusCode: number; readonly headers: IncomingHttpHeaders }
  readonly body: unknown
}

/** Without a token, as without a connection, the channel has received nothing. */
class NoToken extends Error {}

async function tokenFor({ address }: Delivery, authorise: Authorise, refused?: string) {
  return authorise(address.serviceUrl, refused).catch((cause: unknown) => {
    throw new NoToken(`no token: ${cause instanceof Error ? cause.message : 'unknown'}`, { cause })
  })
}

function outcomeOf({ response: { statusCode, headers }, body }: Answer): ConnectorOutcome {
  if (statusCode < 300) return { kind: 'taken', activityId: taken.safeParse(body).data?.id }
  const retryAfter = readRetryAfter(headers['retry-after'], Date.now())
  return { kind: 'declined', status: statusCode, ...readError(body), retryAfter }
}

/** Creates a connection pool that knows which errors occurred before anything could be sent. */
function createDispatcher(timeLimit: number) {
  const unconnected = new WeakSet<object>()
  const connect = buildConnector({ timeout: timeLimit })
  const dispatcher = new Agent({
    headersTimeout: timeLimit,
    bodyTimeout: timeLimit,
    connect: (options, done) =>
      connect(options, (...result) => {
        if (result[0]) unconnected.add(result[0])
        done(...result)
      }),
  })
  const isUnconnected = (error: unknown) =>
    error instanceof NoToken || (error instanceof Error && unconnected.has(error))
  return { dispatcher, isUnconnected }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
