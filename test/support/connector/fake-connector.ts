import { EventEmitter } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { setTimeout as delay } from 'node:timers/promises'
import type { Certificate } from '../bot/certificate.ts'
import { playgroundGuid, teamsId, uuidV4 } from '../wire-ids.ts'
import type { Answer, ConnectorPersonality } from './connector-answer.ts'
import {
  type ConnectorRequest,
  type Fault,
  FaultPlan,
  type RequestMatcher,
  requestMatches,
} from './connector-fault.ts'
import { findRoute } from './connector-route.ts'
import { ConnectorWorld } from './connector-world.ts'
import { emulatorConnector } from './emulator-connector.ts'
import type { FakeConversation } from './fake-conversation.ts'
import { parseJson, writeAnswer } from './http-exchange.ts'
import { playgroundConnector } from './playground-connector.ts'
import { teamsConnector } from './teams-connector.ts'

/** Which of Microsoft's clients is played. */
export type Personality = 'emulator' | 'playground' | 'teams'

const personalities: Record<Personality, ConnectorPersonality> = {
  emulator: emulatorConnector,
  playground: playgroundConnector,
  teams: teamsConnector,
}

export interface ConnectorOptions {
  readonly personality: Personality
  /** Default: any free port. Give the old one to play a restart of the tool. */
  readonly port?: number
  /** Playground's flag `-c`; the other two have only their own. */
  readonly channelId?: 'msteams' | 'emulator'
  /** Uses TLS, which registered bots require. */
  readonly certificate?: Certificate
}

/** A Bot Connector on loopback that answers like one of Microsoft's clients and remembers what the bot did. */
export async function startConnector(options: ConnectorOptions): Promise<FakeConnector> {
  const connector = new FakeConnector(options)
  await connector.listen(options.port ?? 0)
  return connector
}

export class FakeConnector extends EventEmitter<{ request: [ConnectorRequest] }> {
  readonly personality: Personality
  readonly channelId: 'msteams' | 'emulator'
  readonly requests: ConnectorRequest[] = []
  readonly world = new ConnectorWorld()
  /** The team of the channels of this connector; General has the same id. */
  readonly teamId: string
  readonly announcementsId: string
  /** Ids of the bot and the tenant where they are the same in every conversation. */
  readonly appId = uuidV4()
  readonly entraTenantId = uuidV4()
  /** The Entra group behind the team; in Playground no valid GUID. */
  readonly groupId: string
  private readonly behaviour: ConnectorPersonality
  private readonly faults = new FaultPlan()
  private readonly server: Server
  private readonly origin: { readonly scheme: 'http' | 'https'; readonly host: string }

  constructor({ personality, channelId, certificate }: ConnectorOptions) {
    super()
    this.setMaxListeners(0)
    this.personality = personality
    this.channelId = personality === 'emulator' ? 'emulator' : (channelId ?? 'msteams')
    this.behaviour = personalities[personality]
    this.teamId = personality === 'teams' ? `${teamsId('19:')}@thread.tacv2` : 'team-id'
    this.announcementsId =
      personality === 'teams' ? `${teamsId('19:')}@thread.tacv2` : 'channel-announcements-id'
    this.groupId = personality === 'teams' ? uuidV4() : playgroundGuid(2)
    // Registered bots refuse host names without a dot.
    this.origin = certificate ? { scheme: 'https', host: '127.0.0.1' } : { scheme: 'http', host: 'localhost' }
    const serve = (request: IncomingMessage, response: ServerResponse) => void this.serve(request, response)
    this.server = certificate ? createSecureServer(certificate, serve) : createServer(serve)
  }

  get port(): number {
    const address = this.server.address()
    if (address === null || typeof address === 'string') throw new Error('The connector is not listening')
    return address.port
  }

  get serviceUrl(): string {
    return `${this.origin.scheme}://${this.origin.host}:${this.port}${this.behaviour.basePath}`
  }

  /** A conversation by its id. @throws Error when there is none. */
  conversation(id: string): FakeConversation {
    const found = this.world.find(id)
    if (!found) throw new Error(`The connector has no conversation ${id}`)
    return found
  }

  /** Lets the next `times` requests that match go wrong. */
  fail(matcher: RequestMatcher, fault: Fault, times = 1): void {
    this.faults.add(matcher, fault, times)
  }

  /** Takes back the faults that have not happened yet. */
  recover(): void {
    this.faults.clear()
  }

  /** Simulates a restart of the tool: references to its conversations become invalid. */
  forget(): void {
    this.world.conversations.clear()
    this.world.teams.clear()
  }

  /** The first request from `after` on that matches, now or later, before it is answered. @throws Error after `timeoutMs`. */
  waitForRequest(matcher: RequestMatcher, timeoutMs = 5000, after = 0): Promise<ConnectorRequest> {
    const here = this.requests.slice(after).find((request) => requestMatches(matcher, request))
    if (here) return Promise.resolve(here)
    return new Promise((resolve, reject) => {
      const look = (request: ConnectorRequest) => {
        if (!requestMatches(matcher, request)) return
        clearTimeout(deadline)
        this.off('request', look)
        resolve(request)
      }
      const deadline = setTimeout(() => {
        this.off('request', look)
        const seen = this.requests.map(({ method, path }) => `\n  ${method} ${path}`).join('')
        reject(new Error(`No such request within ${timeoutMs} ms. Seen:${seen || ' nothing'}`))
      }, timeoutMs)
      this.on('request', look)
    })
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject)
      this.server.listen(port, this.origin.host, resolve)
    })
  }

  /** Stops at once; requests that hang are cut. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()))
    this.server.closeAllConnections()
    await closed
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await this.record(incoming).catch(() => undefined)
    if (!request) return
    const fault = this.faults.take(request)
    this.emit('request', request)
    await this.answerWith(fault, request, response)
  }

  private async record(incoming: IncomingMessage): Promise<ConnectorRequest> {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const rawBody = Buffer.concat(chunks).toString('utf8')
    const at = performance.now()
    const { method = 'GET', url: path = '/', headers } = incoming
    const route = findRoute(method, this.pathBelowBase(path))
    const request: ConnectorRequest = { method, path, headers, at, rawBody, body: parseJson(rawBody), route }
    this.requests.push(request)
    return request
  }

  private pathBelowBase(path: string): string {
    const base = this.behaviour.basePath.replace(/\/$/, '')
    const pathname = path.split('?')[0] ?? path
    return pathname.startsWith(base) ? pathname.slice(base.length).replace(/^\/+/, '/') : ''
  }

  private async answerWith(
    fault: Fault | undefined,
    request: ConnectorRequest,
    response: ServerResponse,
  ): Promise<void> {
    if (fault === 'half-answer') {
      this.decide(request)
      request.answer = 'reset'
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': 1000 })
      response.write('{"id"', () => response.socket?.resetAndDestroy())
      return
    }
    if (fault === 'reset' || fault === 'lose-answer') {
      if (fault === 'lose-answer') this.decide(request)
      request.answer = 'reset'
      response.socket?.resetAndDestroy()
      return
    }
    if (typeof fault === 'object' && 'delayMs' in fault) await delay(fault.delayMs, undefined, { ref: false })
    request.answer = this.faultyAnswer(fault, request) ?? this.decide(request)
    if (request.answer !== 'hang') writeAnswer(response, request.answer)
  }

  private faultyAnswer(fault: Fault | undefined, request: ConnectorRequest): Answer | undefined {
    if (fault === 'hang') return 'hang'
    if (typeof fault !== 'object' || !('status' in fault)) return undefined
    if (fault.isApplied) this.decide(request)
    return fault
  }

  private decide(request: ConnectorRequest): Answer {
    const { route, rawBody, body, headers, path } = request
    if (Buffer.byteLength(rawBody) > this.behaviour.bodyLimit) return this.behaviour.tooLarge
    if (rawBody !== '' && body === undefined) return this.behaviour.invalidJson
    if (!route) return this.behaviour.unrouted
    const query = new URL(path, 'http://localhost').searchParams
    return this.behaviour.answer({ route, body, query, authorization: headers.authorization }, this.world)
  }
}
