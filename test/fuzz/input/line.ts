import { Agent, request } from 'node:http'
import type { WirePost } from './wire-post.ts'

/** An HTTP status; `cut` where the client hung up by itself; else the code of the socket's error, or `TIMEOUT`. */
export type Outcome = number | string

const patienceMs = 30_000

/** Connections to the bot that are used again, as a channel's are. */
export class Line {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 })
  readonly #port: number
  /** Milliseconds that each answer took. */
  readonly took: number[] = []

  constructor(port: number) {
    this.#port = port
  }

  /** A connection that the bot closed while it was idle says nothing about the bot: such a post is made again. */
  async post(wire: WirePost): Promise<Outcome> {
    const begun = performance.now()
    const first = await this.#attempt(wire)
    const outcome = first === 'STALE' ? await this.#attempt(wire) : first
    if (typeof outcome === 'number') this.took.push(performance.now() - begun)
    return outcome
  }

  close(): void {
    this.#agent.destroy()
  }

  #attempt({ method, path, headers, body, cutAfter }: WirePost): Promise<Outcome> {
    const length = { 'content-length': body.length }
    const where = { host: '127.0.0.1', port: this.#port, agent: this.#agent }
    return new Promise((resolve) => {
      const outgoing = request({ ...where, method, path, headers: { ...headers, ...length } }, (response) => {
        response.resume()
        response.once('error', () => resolve('HALF'))
        response.once('end', () => resolve(response.statusCode ?? 0))
      })
      outgoing.setTimeout(patienceMs, () => {
        resolve('TIMEOUT')
        outgoing.destroy()
      })
      outgoing.once('error', (error: NodeJS.ErrnoException) => {
        const isStale = outgoing.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(error.code ?? '')
        resolve(isStale ? 'STALE' : (error.code ?? error.message))
      })
      if (cutAfter === undefined) return void outgoing.end(body)
      outgoing.write(body.subarray(0, cutAfter), () => {
        resolve('cut')
        outgoing.destroy()
      })
    })
  }
}
