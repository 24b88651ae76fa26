import { once } from 'node:events'
import type { Server as HttpServer, ServerResponse } from 'node:http'
import { type Socket, Server as TcpServer } from 'node:net'
import type { Log } from '../process/log.ts'

/** Limits of a server's connections. */
export interface ConnectionLimits {
  /** Milliseconds from the connection to complete headers, and for a whole request. */
  readonly headers: number
  readonly request: number
  /** Milliseconds between checks for slow connections; cutting may be this much later. */
  readonly checkInterval: number
  /** Milliseconds for running requests to end on closing. */
  readonly drain: number
  /** Maximum connections; further ones are refused. */
  readonly connections: number
}

/** Accepts connections and releases them without cutting off data just sent. */
export interface Connections {
  readonly isLeaving: boolean
  /** Serves on for `milliseconds`, asking each client to reconnect next time. */
  leave(milliseconds: number): Promise<void>
  /** Refuses new connections and waits for running requests; cuts them off after the drain. */
  close(): Promise<void>
}

/** Milliseconds between log lines about refused connections. */
const quiet = 60_000

/** Applies limits to a server and prepares its shutdown. */
export function keepConnections(server: HttpServer, limits: ConnectionLimits, log: Log): Connections {
  limit(server, limits)
  const { sockets, responses } = openOf(server)
  makeRoom(server, sockets, limits.connections, refusals(limits.connections, log))
  let isLeaving = false
  let grace = 0
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
      grace = Math.min(milliseconds, server.keepAliveTimeout)
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
    },
    close: async () => {
      beginToLeave()
      await end(server, sockets, grace, limits.drain)
    },
  }
}

function limit(server: HttpServer, { headers, request, checkInterval, connections }: ConnectionLimits): void {
  server.headersTimeout = headers
  server.requestTimeout = request
  server.maxRequestsPerSocket = 0
  // One more, to accept a connection before closing another.
  server.maxConnections = connections + 1
  // Node checks every half minute. restify passes no options; this one applies from listening on.
  Object.assign(server, { connectionsCheckingInterval: checkInterval })
}

/** Counts refused connections; logs the first, then at most once a minute. */
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

/** Makes room for a new connection by closing the oldest without a request, possibly the new one. */
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
 * Closes all connections. `grace`: milliseconds in which clients may still send on kept-alive connections, or a first
 * request.
 */
async function end(server: HttpServer, sockets: ReadonlySet<Socket>, grace: number, longest: number) {
  const closed = once(server, 'close')
  // HTTP's own close would cut connections to which a client may be writing.
  TcpServer.prototype.close.call(server)
  const letGo = () => {
    server.closeIdleConnections()
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
  }
  const timers = [
    setTimeout(() => timers.push(setInterval(letGo, 50)), grace),
    setTimeout(() => server.closeAllConnections(), grace + longest),
  ]
  await closed
  for (const timer of timers) clearInterval(timer)
  // Stops the checks for slow connections.
  server.close(() => undefined)
}
