import { once } from 'node:events'
import { createServer, type Request, type Response, type Server } from 'restify'
import { z } from 'zod'
import type { Config } from '../config/config.ts'
import type { Log } from '../process/log.ts'
import { type ConnectionLimits, type Connections, keepConnections } from './connections.ts'
import { downloadPage, downloadPath } from './download-page.ts'
import { type BodyLimits, readJson } from './json-body.ts'

/** HTTP status, and JSON if any, in reply to an activity. */
export interface ActivityAnswer {
  readonly status: number
  readonly body?: unknown
}

/** Text with its media type. */
interface Page {
  readonly type: string
  readonly text: string
}

/** Settings and handlers of the server. */
export interface ServerParts {
  readonly config: Pick<Config, 'host' | 'port'>
  readonly log: Log
  /** Handles the parsed, unchecked body and the Authorization header. Its exceptions become 500. */
  readonly handleActivity: (body: unknown, authorization: string | undefined) => Promise<ActivityAnswer>
  /** Tells whether turns can be served. False or an exception makes /readyz answer 503. */
  readonly ready: () => Promise<boolean>
  /** Metrics for /metrics. */
  readonly metrics: () => Promise<Page>
  /** Redeems a ticket for a person's data; undefined if it is invalid. */
  readonly download?: (ticket: string) => Promise<unknown>
  readonly limits?: Partial<ServerLimits>
}

/** Limits of bodies and connections. */
export interface ServerLimits extends BodyLimits, ConnectionLimits {}

const defaults: ServerLimits = {
  bytes: 256 * 1024,
  arrival: 10_000,
  drain: 10_000,
  headers: 10_000,
  request: 30_000,
  checkInterval: 1000,
  connections: 10_000,
}

/** A listening server. */
export interface RunningServer {
  readonly port: number
  /**
   * Answers /readyz with 503 and serves on for `milliseconds`, so that load balancers and kept-alive clients switch
   * to another server.
   */
  leave(milliseconds: number): Promise<void>
  /** Refuses new requests and waits for running ones; cuts them off after the drain. */
  close(): Promise<void>
}

/** Starts listening. Rejects if that fails. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const limits = { ...defaults, ...parts.limits }
  const server = createServer({ name: 'rewards-guide', ignoreTrailingSlash: true })
  const connections = keepConnections(server.server, limits, parts.log)
  addRoutes(server, parts, limits, connections)
  await listen(server, parts.config)
  server.on('error', (err) => parts.log.error({ err }, 'the server failed to take a connection'))
  return {
    port: z.object({ port: z.number() }).parse(server.server.address()).port,
    leave: connections.leave,
    close: connections.close,
  }
}

function addRoutes(server: Server, parts: ServerParts, limits: ServerLimits, connections: Connections): void {
  const route = (handler: Handler) => guarded(handler, parts.log)
  server.post('/api/messages', route(receiveActivity(parts, limits)))
  server.head(
    '/api/messages',
    route(async () => ({ status: 200 })),
  )
  server.get(
    '/healthz',
    route(async () => ({ status: 200, body: { status: 'ok' } })),
  )
  server.get(
    '/readyz',
    route(async () => readiness(!connections.isLeaving && (await isReady(parts)))),
  )
  server.get(
    '/metrics',
    route(async () => ({ status: 200, page: await parts.metrics() })),
  )
  if (!parts.download) return
  server.get(
    downloadPath,
    route(async () => ({ status: 200, page: { type: 'text/html; charset=utf-8', text: downloadPage } })),
  )
  server.post(downloadPath, route(giveData(parts, limits)))
}

const ticketSchema = z.object({ ticket: z.string().max(2_000) })

function giveData({ download }: ServerParts, limits: ServerLimits): Handler {
  return async (request) => {
    const body = await readJson(request, limits)
    if ('refused' in body) return { status: body.refused.status }
    const asked = ticketSchema.safeParse(body.json)
    const found = asked.success ? await download?.(asked.data.ticket) : undefined
    return found === undefined ? { status: 404 } : { status: 200, body: found }
  }
}

type Handler = (
  request: Request,
) => Promise<ActivityAnswer | { readonly status: number; readonly page: Page }>

function receiveActivity({ handleActivity }: ServerParts, limits: ServerLimits): Handler {
  return async (request) => {
    const body = await readJson(request, limits)
    if ('refused' in body) {
      const { status, ...problem } = body.refused
      return { status, body: problem }
    }
    // Node would take the first of several headers; joined they are invalid.
    return handleActivity(body.json, request.headersDistinct.authorization?.join(', '))
  }
}

async function isReady({ ready, log }: ServerParts): Promise<boolean> {
  try {
    return await ready()
  } catch (err) {
    log.error({ err }, 'not ready')
    return false
  }
}

function readiness(ready: boolean): ActivityAnswer {
  return ready ? { status: 200, body: { status: 'ok' } } : { status: 503, body: { status: 'unavailable' } }
}

/** restify accepts async handlers with exactly two parameters. */
function guarded(handler: Handler, log: Log) {
  return async (request: Request, response: Response): Promise<void> => {
    try {
      answer(response, await handler(request))
    } catch (err) {
      if (response.destroyed) return
      log.error({ err }, 'a request failed')
      answer(response, { status: 500, body: { code: 'InternalServer', message: 'something went wrong' } })
    }
  }
}

/** An incomplete body makes the connection unusable. */
function answer(response: Response, said: Awaited<ReturnType<Handler>>): void {
  if (said.status === 408) response.setHeader('Connection', 'close')
  response.statusCode = said.status
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  const page = pageOf(said)
  if (page) response.setHeader('Content-Type', page.type)
  else response.setHeader('Content-Length', 0)
  response.end(page?.text)
}

function pageOf(said: Awaited<ReturnType<Handler>>): Page | undefined {
  if ('page' in said) return said.page
  return said.body === undefined ? undefined : { type: 'application/json', text: JSON.stringify(said.body) }
}

async function listen(server: Server, { host, port }: ServerParts['config']): Promise<void> {
  const listening = once(server, 'listening')
  if (host === undefined) server.listen(port)
  else server.listen(port, host)
  await listening
}
