import { Agent, buildConnector, request } from 'undici'
import { z } from 'zod'
import type { Delivery } from '../src/core/conversation.ts'
import { requestOf } from './connector-request.ts'
import { readRetryAfter } from './retry-after.ts'
import type { ServiceHosts } from './service-hosts.ts'

/** How one attempt to send a message ended. */
export type Outcome =
  | { readonly kind: 'taken'; readonly activityId?: string | undefined }
  /** The channel said no; `retryAfter` in milliseconds, where it told. */
  | {
      readonly kind: 'declined'
      readonly status: number
      readonly code?: string | undefined
      readonly retryAfter?: number | undefined
    }
  /** There was no answer. */
  | { readonly kind: 'broken'; readonly reason: string; readonly mayHaveArrived: boolean }
  /** Not the channel's address: nothing was sent there, and no token asked for. */
  | { readonly kind: 'foreign' }

export interface ConnectorClient {
  /** One attempt; `replaced` is the channel's id of the message whose place it takes. */
  attempt(delivery: Delivery, replaced?: string): Promise<Outcome>
  close(): Promise<void>
}

/** The Authorization header for a service URL; undefined where the bot runs without authentication. */
export type Authorise = (serviceUrl: string) => Promise<string | undefined>

export interface ConnectorOptions {
  readonly authorise: Authorise
  readonly hosts: ServiceHosts
  /** Milliseconds. Bot Framework's connector has no limit of its own: a hanging channel must not hang the conversation. */
  readonly timeLimit?: number
}

const taken = z.object({ id: z.string().optional() })
const declined = z.object({ error: z.object({ code: z.string().optional() }) })

/** Speaks the Bot Connector's REST interface, v3. Redirects are not followed. */
export function createConnectorClient(options: ConnectorOptions): ConnectorClient {
  const { authorise, hosts, timeLimit = 10_000 } = options
  const { dispatcher, isUnconnected } = createDispatcher(timeLimit)

  const send = async (delivery: Delivery, replaced?: string): Promise<Outcome> => {
    const { method, url, body } = requestOf(delivery, replaced)
    const headers = await headersFor(delivery, authorise)
    const response = await request(url, { method, headers, body: JSON.stringify(body), dispatcher })
    // Once the status is here, what happens to the rest of the answer changes nothing.
    const text = await response.body.text().catch(() => '')
    const said = json(text)
    if (response.statusCode < 300) return { kind: 'taken', activityId: taken.safeParse(said).data?.id }
    return {
      kind: 'declined',
      status: response.statusCode,
      code: declined.safeParse(said).data?.error.code,
      retryAfter: readRetryAfter(response.headers['retry-after'], Date.now()),
    }
  }

  const broken = (error: unknown): Outcome => {
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

/** No token is as sure a sign as no connection that the channel has heard nothing. */
class NoToken extends Error {}

async function headersFor({ address }: Delivery, authorise: Authorise) {
  const authorization = await authorise(address.serviceUrl).catch((cause: unknown) => {
    throw new NoToken(`no token: ${cause instanceof Error ? cause.message : 'unknown'}`, { cause })
  })
  return { 'content-type': 'application/json; charset=utf-8', ...(authorization && { authorization }) }
}

/** Knows of errors whether they came before there was a connection over which anything could be sent. */
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
