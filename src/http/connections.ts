import { once } from 'node:events'
import type { Server as HttpServer, ServerResponse } from 'node:http'
import { type Socket, Server as TcpServer } from 'node:net'
import type { Log } from '../process/log.ts'

export interface ConnectionLimits {
  /** Milliseconds that the headers of a request may take to arrive, from the connection on, and the request as a whole. */
  readonly headers: number
  readonly request: number
  /** Milliseconds between two looks for connections that take longer: so much later they may be cut. */
  readonly look: number
  /** Milliseconds that running requests get to end when the server closes. */
  readonly drain: number
  /** Connections at a time; further ones are refused. */
  readonly connections: number
}

/** How a server takes connections, and lets go of them without cutting off what a client has just sent. */
export interface Connections {
  readonly isLeaving: boolean
  /** Serves on for so many milliseconds, and asks each client to take another connection next time. */
  leave(milliseconds: number): Promise<void>
  /** Takes no new connections, and lets running requests end; cuts off what takes longer than the drain. */
  close(): Promise<void>
}

/** Milliseconds between two lines of the log about refused connections. */
const quiet = 60_000

export function keepConnections(server: HttpServer, limits: ConnectionLimits, log: Log): Connections {
  limit(server, limits)
  const { sockets, responses } = openOf(server)
  makeRoom(server, sockets, limits.connections, refusals(limits.connections, log))
  let isLeaving = false
  let patience = 0
  server.prependListener('request', (_request, response) => isLeaving && bidFarewell(response))
  const beginToLeave = () => {
    isLeaving = true
    for (const response of responses) bidFarewell(response)
  }
  return {
    get isLeaving() {
      return isLeaving
    },
    leave: async (milliseconds) => {
      beginToLeave()
      patience = Math.min(milliseconds, server.keepAliveTimeout)
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
    },
    close: async () => {
      beginToLeave()
      await end(server, sockets, patience, limits.drain)
    },
  }
}

function limit(server: HttpServer, { headers, request, look, connections }: ConnectionLimits): void {
  server.headersTimeout = headers
  server.requestTimeout = request
  server.maxRequestsPerSocket = 0
  // One more, for which another makes room.
  server.maxConnections = connections + 1
  // Node looks every half minute. restify makes the server without options; this one counts from the moment it listens.
  Object.assign(server, { connectionsCheckingInterval: look })
}

/** Counts what is refused: one line of the log for the first, and then one in a minute for all since. */
function refusals(most: number, log: Log): () => void {
  let refused = 0
  let loggedAt = Number.NEGATIVE_INFINITY
  return () => {
    refused += 1
    if (Date.now() - loggedAt < quiet) return
    log.warn({ refused, most }, 'there are too many connections (MAX_CONNECTIONS)')
    loggedAt = Date.now()
    refused = 0
  }
}

/** Makes room for a new connection: the oldest that has asked for nothing is closed, which may be the new one. */
function makeRoom(server: HttpServer, sockets: Set<Socket>, most: number, refuse: () => void): void {
  const silent = new Set<Socket>()
  server.on('request', ({ socket }) => silent.delete(socket))
  server.on('connection', (socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
    const [first] = silent
    if (sockets.size <= most || !first) return
    refuse()
    for (const known of [silent, sockets]) known.delete(first)
    first.destroy()
  })
  server.on('drop', refuse)
}

function openOf(server: HttpServer) {
  const sockets = new Set<Socket>()
  const responses = new Set<ServerResponse>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('request', (_request, response) => {
    responses.add(response)
    response.once('close', () => responses.delete(response))
  })
  return { sockets, responses }
}

function bidFarewell(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close')
}

/**
 * `patience`: milliseconds in which a client may still send something on a connection that it keeps alive, as it was told
 * that it may; or in which it sends its first request.
 */
async function end(server: HttpServer, sockets: ReadonlySet<Socket>, patience: number, longest: number) {
  const closed = once(server, 'close')
  // The close of HTTP servers would cut connections into which a client may be writing just now.
  TcpServer.prototype.close.call(server)
  const letGo = () => {
    server.closeIdleConnections()
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
  }
  const timers = [
    setTimeout(() => timers.push(setInterval(letGo, 50)), patience),
    setTimeout(() => server.closeAllConnections(), patience + longest),
  ]
  await closed
  for (const timer of timers) clearInterval(timer)
  // Ends the looks for connections that take too long.
  server.close(() => undefined)
}
