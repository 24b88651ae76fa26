import type { BotProcess } from '../../support/bot/bot-process.ts'
import type { Crowd, Post } from '../cast/crowd.ts'
import type { Tokens } from '../grounds/grounds.ts'
import type { FuzzOptions } from '../run.ts'
import type { ChannelWatch } from '../watch/channel-watch.ts'
import { type Sample, sampleMemory } from '../watch/memory.ts'
import { claimsOf } from './claims.ts'
import type { Line, Outcome } from './line.ts'
import { minimal } from './minimal.ts'
import { plain } from './wire-post.ts'

export interface Range {
  readonly options: FuzzOptions
  readonly bot: BotProcess
  readonly crowd: Crowd
  readonly line: Line
  readonly watch: ChannelWatch
  readonly tokens: Tokens | undefined
}

export interface Shooting {
  readonly wrongAnswers: readonly string[]
  readonly memory: readonly Sample[]
  readonly figures: Readonly<Record<string, unknown>>
}

/** The memory is looked at so often, evenly: the collection of garbage takes longer than many posts. */
const looksFor = (count: number) => Math.min(Math.max(Math.floor(count / 500), 5), 20)
/** After so many nothing new is learnt. */
const mostFaults = 20

/** Posts until all are posted, or too much is wrong. */
export async function shoot(range: Range): Promise<Shooting> {
  const { options, line } = range
  const tally = new Tally()
  const memory = await sampleMemory(range.bot, 0)
  const begun = performance.now()
  const every = Math.ceil(options.count / looksFor(options.count))
  for (let from = 0; from < options.count && tally.wrong.length < mostFaults; from += every) {
    await volley(range, Math.min(every, options.count - from), tally)
    memory.push(...(await sampleMemory(range.bot, Math.min(from + every, options.count))))
    options.say?.(
      `${tally.posts} posts, ${line.took.length} answers, ${tally.wrong.length} wrong, heap ${memory.at(-1)?.heap} MB`,
    )
  }
  const seconds = (performance.now() - begun) / 1000
  const figures = { seconds, perSecond: tally.posts / seconds, ...tally.figures, ...latency(line.took) }
  return { wrongAnswers: await smallest(tally.wrong, range), memory, figures }
}

async function volley({ options, crowd, line, watch }: Range, posts: number, tally: Tally): Promise<void> {
  let left = posts
  const work = async () => {
    while (left > 0 && tally.wrong.length < mostFaults) {
      left -= 1
      await crowd.act(async (post) => {
        if (post.isGenuine) watch.expect(post.claims, post.text)
        tally.note(post, await line.post(post.wire))
      })
    }
  }
  await Promise.all(Array.from({ length: options.atOnce }, work))
}

/** A request and its response. */
class Tally {
  posts = 0
  readonly wrong: { readonly post: Post; readonly outcome: Outcome }[] = []
  readonly #statuses = new Map<Outcome, number>()
  readonly #kinds = new Map<string, number>()

  note(post: Post, outcome: Outcome): void {
    this.posts += 1
    this.#statuses.set(outcome, (this.#statuses.get(outcome) ?? 0) + 1)
    this.#kinds.set(post.kind, (this.#kinds.get(post.kind) ?? 0) + 1)
    if (isWrong(outcome, post.claims.type) || isBelieved(outcome, post)) this.wrong.push({ post, outcome })
  }

  get figures() {
    return {
      posts: this.posts,
      statuses: Object.fromEntries(this.#statuses),
      kinds: Object.fromEntries(this.#kinds),
    }
  }
}

/** 501 is how a bot says that it does not know an invoke. */
function isWrong(outcome: Outcome, type: string): boolean {
  if (outcome === 501) return type !== 'invoke'
  return outcome !== 'cut' && !(typeof outcome === 'number' && outcome >= 200 && outcome < 500)
}

/** Requests not from the channel are refused. */
function isBelieved(outcome: Outcome, { isGenuine, wire }: Post): boolean {
  const isAboutActivities = wire.method === 'POST' && wire.path === '/api/messages'
  return !isGenuine && isAboutActivities && typeof outcome === 'number' && outcome < 400
}

/** A request that ended the bot cannot be repeated. */
function smallest(wrong: Tally['wrong'], { line, tokens }: Range): Promise<string[]> {
  const again = async (text: string) => {
    const wire = plain(text)
    const headers = { ...wire.headers, ...(tokens && { authorization: tokens.genuine }) }
    const outcome = await line.post({ ...wire, headers })
    return typeof outcome === 'number' && isWrong(outcome, claimsOf(text).type)
  }
  return Promise.all(
    wrong.map(
      async ({ post, outcome }) => `${outcome}: ${post.wire.method} ${await minimal(post.text, again)}`,
    ),
  )
}

/** Milliseconds. */
function latency(took: readonly number[]) {
  const sorted = [...took].sort((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
  return { median: at(0.5), p99: at(0.99), longest: at(0.99999) }
}
