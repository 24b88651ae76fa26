import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { Chance } from '../chaos/chance.ts'
import { findRoute } from '../support/connector/connector-route.ts'
import { nameOf } from './cast.ts'

/**
 * Fate of a message. `lost-answer`: accepted without a response; `unread`: the bot gave up or died before it was read.
 */
export type Fate =
  | 'taken'
  | 'lost-answer'
  | 'reset'
  | 'throttled'
  | 'busy'
  | 'bad-gateway'
  | 'not-found'
  | 'unauthorized'
  | 'unread'
  | 'gone'

/** One call of a bot. Milliseconds of performance.now. */
export interface Call {
  readonly at: number
  /** When the answer was given. */
  answered: number
  readonly process: number
  readonly conversation: string
  readonly message: string
  readonly fate: Fate
}

/** Shares; the rest is accepted. */
const often: readonly (readonly [Fate, number])[] = [
  ['throttled', 0.02],
  ['busy', 0.03],
  ['bad-gateway', 0.03],
  // By mistake: the chat is there, and so is the registration.
  ['not-found', 0.02],
  ['unauthorized', 0.02],
  ['reset', 0.01],
  ['lost-answer', 0.01],
]
/** Chats whose person has uninstalled the bot, of one. */
const oftenGone = 0.01
const [quickest, slowest] = [5, 150]
export const retryAfterSeconds = 2

interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
}

const saying = (code: string) => ({ error: { code, message: code } })

const answers: Readonly<Partial<Record<Fate, Answer>>> = {
  taken: { status: 201, body: { id: '1' } },
  throttled: { status: 429, headers: { 'retry-after': String(retryAfterSeconds) } },
  busy: { status: 412 },
  'bad-gateway': { status: 502 },
  'not-found': { status: 404, body: saying('ConversationNotFound') },
  unauthorized: { status: 401, body: { message: 'Authorization has been denied for this request.' } },
  gone: { status: 403, body: saying('BotNotInConversationRoster') },
}

/** Teams on a bad day: chance decides what becomes of each message, and all is noted. */
export class StormyChannel {
  readonly calls: Call[] = []
  readonly #seed: number
  readonly #chance: Chance
  readonly #server: Server

  private constructor(seed: number) {
    this.#seed = seed
    this.#chance = new Chance(seed, 'channel')
    this.#server = createServer((incoming, response) => void this.#serve(incoming, response))
  }

  static async open(seed: number): Promise<StormyChannel> {
    const channel = new StormyChannel(seed)
    await new Promise<void>((resolve) => channel.#server.listen(0, '127.0.0.1', 4096, resolve))
    return channel
  }

  get serviceUrl(): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('The channel is not open')
    return `http://127.0.0.1:${address.port}/`
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const conversation = findRoute(incoming.method ?? '', incoming.url ?? '')?.conversation ?? ''
    const process = Number(incoming.headers['x-bot-process'])
    const body = await readBody(incoming)
    const at = performance.now()
    const fate = body === undefined ? 'unread' : this.#fateIn(conversation)
    const call: Call = { at, answered: at, process, conversation, message: nameOf(body ?? ''), fate }
    this.calls.push(call)
    if (body === undefined) return
    await pause(this.#chance.between(quickest, slowest))
    call.answered = performance.now()
    answer(response, fate)
  }

  #fateIn(conversation: string): Fate {
    if (new Chance(this.#seed, conversation).happens(oftenGone)) return 'gone'
    let left = this.#chance.next()
    for (const [fate, share] of often) {
      if (left < share) return fate
      left -= share
    }
    return 'taken'
  }
}

/** Undefined when it broke off. */
async function readBody(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of incoming) chunks.push(chunk)
    return Buffer.concat(chunks).toString('utf8')
  } catch {
    return undefined
  }
}

function answer(response: ServerResponse, fate: Fate): void {
  const { status, headers, body = {} } = answers[fate] ?? {}
  if (status === undefined) response.socket?.resetAndDestroy()
  else
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
