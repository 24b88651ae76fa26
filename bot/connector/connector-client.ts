import type { IncomingHttpHeaders } from 'node:http'
import { Agent, buildConnector, request } from 'undici'
import { z } from 'zod'
import type { Delivery } from '../../src/core/conversation/conversation.ts'
import { type ConnectorRequest, requestOf } from './connector-request.ts'
import { readError } from './error-body.ts'
import { readRetryAfter } from './retry-after.ts'
import type { ServiceHosts } from './service-hosts.ts'

/** How one attempt to send a message ended. */
export type ConnectorOutcome =
  | { readonly kind: 'taken'; readonly activityId?: string | undefined }
  | Declined
  /** There was no answer. */
  | { readonly kind: 'broken'; readonly reason: string; readonly mayHaveArrived: boolean }
  /** Not the channel's address: nothing was sent there, and no token asked for. */
  | { readonly kind: 'foreign' }
  /** Two processes have begun to send it, so it may be there twice: nothing was sent. */
  | { readonly kind: 'repeated' }

/** The channel said no. */
export interface Declined {
  readonly kind: 'declined'
  readonly status: number
  readonly code?: string | undefined
  /** The rest of the answer, for verdicts only: it may name people. */
  readonly textValues?: string | undefined
  /** Milliseconds, where it told. */
  readonly retryAfter?: number | undefined
}

export interface ConnectorClient {
  /** One attempt; `replaced` is the channel's id of the message whose place it takes. */
  attempt(delivery: Delivery, replaced?: string): Promise<ConnectorOutcome>
  close(): Promise<void>
}

/**
 * The Authorization header for a service URL; undefined where the bot runs without authentication. `refused` is one that
 * the channel has just refused with 401: then another one, where it can be had.
 */
export type Authorise = (serviceUrl: string, refused?: string) => Promise<string | undefined>

export interface ConnectorOptions {
  readonly authorise: Authorise
  readonly hosts: ServiceHosts
  /** Milliseconds. Bot Framework's connector has no limit of its own: a hanging channel must not hang the conversation. */
  readonly timeLimit?: number
}

const taken = z.object({ id: z.string().optional() })

/** Speaks the Bot Connector's REST interface, v3. Redirects are not followed. */
export function createConnectorClient(options: ConnectorOptions): ConnectorClient {
  const { authorise, hosts, timeLimit = 10_000 } = options
  const { dispatcher, isUnconnected } = createDispatcher(timeLimit)

  const post = async ({ method, url, body }: ConnectorRequest, authorization: string | undefined) => {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      ...(authorization && { authorization }),
    }
    const response = await request(url, { method, headers, body: JSON.stringify(body), dispatcher })
    // Once the status is here, what happens to the rest of the answer changes nothing.
    return { response, said: json(await response.body.text().catch(() => '')) }
  }

  /** A token that is refused may be an old one: nothing was taken, so it is tried at once with another. */
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

interface Said {
  readonly response: { readonly statusCode: number; readonly headers: IncomingHttpHeaders }
  readonly said: unknown
}

/** No token is as sure a sign as no connection that the channel has heard nothing. */
class NoToken extends Error {}

async function tokenFor({ address }: Delivery, authorise: Authorise, refused?: string) {
  return authorise(address.serviceUrl, refused).catch((cause: unknown) => {
    throw new NoToken(`no token: ${cause instanceof Error ? cause.message : 'unknown'}`, { cause })
  })
}

function outcomeOf({ response: { statusCode, headers }, said }: Said): ConnectorOutcome {
  if (statusCode < 300) return { kind: 'taken', activityId: taken.safeParse(said).data?.id }
  const retryAfter = readRetryAfter(headers['retry-after'], Date.now())
  return { kind: 'declined', status: statusCode, ...readError(said), retryAfter }
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
