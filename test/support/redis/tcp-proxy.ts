import { connect, createServer, type Server, type Socket } from 'node:net'
import { z } from 'zod'

/** Faults of a TCP connection. */
export interface Weather {
  /** Milliseconds that each piece of an answer is late. */
  readonly delay?: number
  /** Bytes of answers that still get through on a connection; then it is cut. */
  readonly cutAfter?: number
  /** Requests get through, and their answers never arrive; the connection stays open. */
  readonly swallowAnswers?: boolean
  /** Nothing gets through at all; the connection stays open. */
  readonly hang?: boolean
  /** New connections are cut at once. */
  readonly refuse?: boolean
  /** After this many bytes of answers the server's side seems to have ended; the client may still send. */
  readonly halfCloseAfter?: number
}

/** One connection through the proxy: what the client sent goes `out`, what the server says comes `back`. */
interface Pair {
  readonly client: Socket
  readonly server: Socket
  answered: number
  /** Something was lost: TCP brings everything or nothing, so nothing gets through any more. */
  isDead: boolean
}

/** A proxy on loopback that injects faults between client and server. */
export class TcpProxy {
  weather: Weather = {}
  readonly #target: number
  readonly #server: Server
  readonly #pairs = new Set<Pair>()

  constructor(target: number) {
    this.#target = target
    this.#server = createServer({ allowHalfOpen: true }, (client) => this.#join(client))
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  get port(): number {
    return z.object({ port: z.number() }).parse(this.#server.address()).port
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`
  }

  /** Cuts every connection that there is; the bytes counted so far are forgotten. */
  cut(): void {
    for (const pair of this.#pairs) this.#end(pair)
  }

  /** Counts the bytes of answers from now on. */
  change(weather: Weather): void {
    for (const pair of this.#pairs) pair.answered = 0
    this.weather = weather
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #join(client: Socket): void {
    if (this.weather.refuse) return void client.destroy()
    const server = connect({ port: this.#target, host: '127.0.0.1' })
    const pair: Pair = { client, server, answered: 0, isDead: false }
    this.#pairs.add(pair)
    for (const socket of [client, server]) {
      socket.on('error', () => this.#end(pair))
      socket.on('close', () => this.#end(pair))
    }
    client.on('end', () => server.end())
    server.on('end', () => client.end())
    client.on('data', (piece) => this.#out(pair, piece))
    server.on('data', (piece) => this.#back(pair, piece))
  }

  #out(pair: Pair, piece: Buffer): void {
    if (this.weather.hang) pair.isDead = true
    if (!pair.isDead || this.weather.swallowAnswers) pair.server.write(piece)
  }

  #back(pair: Pair, piece: Buffer): void {
    const { delay = 0, hang, swallowAnswers } = this.weather
    if (hang || swallowAnswers) pair.isDead = true
    if (pair.isDead) return
    if (delay > 0) setTimeout(() => this.#pass(pair, piece), delay)
    else this.#pass(pair, piece)
  }

  #pass(pair: Pair, piece: Buffer): void {
    const { cutAfter = Number.POSITIVE_INFINITY, halfCloseAfter = Number.POSITIVE_INFINITY } = this.weather
    const room = Math.min(cutAfter, halfCloseAfter) - pair.answered
    pair.answered += piece.length
    if (!pair.client.writable) return
    if (piece.length <= room) return void pair.client.write(piece)
    const last = piece.subarray(0, Math.max(room, 0))
    if (cutAfter <= halfCloseAfter) pair.client.write(last, () => this.#end(pair))
    else pair.client.end(last)
  }

  #end(pair: Pair): void {
    this.#pairs.delete(pair)
    pair.client.destroy()
    pair.server.destroy()
  }
}

export async function startProxy(target: number): Promise<TcpProxy> {
  const proxy = new TcpProxy(target)
  await proxy.listen()
  return proxy
}
