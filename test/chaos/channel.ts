import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type Post, postToBot } from '../support/bot/bot-post.ts'
import { activitySchema } from '../support/client/activity.ts'
import { Chance } from './chance.ts'

/** Time the channel waits for an answer and retries delivery, milliseconds. */
const patienceMs = 15_000
const persistenceMs = 90_000
/** Between two attempts, in milliseconds. */
const longestPauseMs = 1_500
/** Maximum delay of a second delivery, milliseconds. */
const latestMs = 4_000

/**
 * Stands between the clients and the bots, as a channel's service does: brings every activity twice, at once or later,
 * each time to a process that chance chooses, and again under the same id where a process is down.
 */
export class Channel {
  readonly counts = { activities: 0, deliveries: 0, retries: 0, undeliverable: 0 }
  /** Responses other than 200, by status or error. */
  readonly failures = new Map<string | number, number>()
  readonly #seed: number
  readonly #bots: readonly string[]
  readonly #server: Server
  readonly #chances = new Map<string, Chance>()
  readonly #underway = new Set<Promise<void>>()

  private constructor(seed: number, bots: readonly string[]) {
    this.#seed = seed
    this.#bots = bots
    this.#server = createServer((incoming, response) => void this.#serve(incoming, response))
  }

  static async open(seed: number, bots: readonly string[]): Promise<Channel> {
    const channel = new Channel(seed, bots)
    await new Promise<void>((resolve) => channel.#server.listen(0, '127.0.0.1', resolve))
    return channel
  }

  /** URL that the client of a conversation posts to. */
  urlFor(conversation: number): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('The channel is not open')
    return `http://127.0.0.1:${address.port}/${conversation}`
  }

  /** Resolves when the late deliveries are made too. */
  async settled(): Promise<void> {
    while (this.#underway.size > 0) await Promise.all(this.#underway)
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const activity = activitySchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
    const chance = this.#chanceOf(incoming.url ?? '')
    const [first, second] = [chance.oneOf(this.#bots), chance.oneOf(this.#bots)]
    const wait = chance.happens(0.5) ? 0 : chance.between(1, latestMs)
    this.counts.activities += 1
    const late = pause(wait).then(() => this.#deliver(activity, second))
    this.#underway.add(late)
    void late.finally(() => this.#underway.delete(late))
    await this.#deliver(activity, first)
    response.writeHead(200).end()
  }

  #chanceOf(conversation: string): Chance {
    const chance = this.#chances.get(conversation) ?? new Chance(this.#seed, `channel ${conversation}`)
    this.#chances.set(conversation, chance)
    return chance
  }

  async #deliver(activity: Post['activity'], first: string): Promise<void> {
    this.counts.deliveries += 1
    const end = performance.now() + persistenceMs
    let wait = 100
    for (let url = first; performance.now() < end; url = this.#other(url)) {
      const post: Post = { activity }
      await postToBot(post, { url, personality: 'teams', patienceMs })
      if (post.status === 200) return
      const why = post.status ?? post.error ?? 'nothing'
      this.failures.set(why, (this.failures.get(why) ?? 0) + 1)
      this.counts.retries += 1
      await pause(wait)
      wait = Math.min(wait * 1.5, longestPauseMs)
    }
    this.counts.undeliverable += 1
  }

  #other(url: string): string {
    return this.#bots[(this.#bots.indexOf(url) + 1) % this.#bots.length] ?? url
  }
}
