import type { Activity } from '../client/activity.ts'
import type { Personality } from '../connector/fake-connector.ts'
import type { FakeConversation } from '../connector/fake-conversation.ts'
import { readInvokeAnswer } from '../connector/invoke-answer.ts'
import { clientActivityId, millisecondId, uuidV1, uuidV4 } from '../wire-ids.ts'
import { type Post, postToBot } from './bot-post.ts'

const patience: Record<Personality, number> = {
  emulator: 35_000,
  playground: Number.POSITIVE_INFINITY,
  teams: 15_000,
}
const incomingIds: Record<Personality, () => string> = {
  emulator: uuidV1,
  playground: uuidV4,
  teams: millisecondId,
}

/** The client's line to the bot's endpoint: posts, retries where the client does, and shows what comes back at once. */
export class BotLine {
  /** Everything that was posted, in order, retries too. */
  readonly posts: Post[] = []
  private readonly personality: Personality
  private readonly url: string
  private readonly patienceMs: number
  private readonly authorization: string | undefined

  constructor(
    personality: Personality,
    url: string,
    patienceMs = patience[personality],
    authorization?: string,
  ) {
    this.authorization = authorization
    this.personality = personality
    this.url = url
    this.patienceMs = patienceMs
  }

  /** Resolves when the bot has answered, or when the client has given up; the last post, if there were several. */
  async post(activity: Activity, place: FakeConversation): Promise<Post> {
    place.log.push(activity)
    const post = await this.attempt(activity)
    if (this.isRetried(post)) return this.attempt(activity)
    if (activity.type === 'invoke') showAnswer(post, place)
    return post
  }

  /** The activity under a new id, as Web Chat's Retry button and Teams' late retry send it. */
  renew(activity: Activity): Activity {
    const renewed = { ...activity, id: incomingIds[this.personality]() }
    if (this.personality !== 'emulator') return renewed
    return {
      ...renewed,
      channelData: { ...Object(activity.channelData), clientActivityID: clientActivityId() },
    }
  }

  private async attempt(activity: Activity): Promise<Post> {
    const post: Post = { activity }
    this.posts.push(post)
    const { url, personality, patienceMs, authorization } = this
    await postToBot(post, { url, personality, patienceMs, authorization })
    return post
  }

  /** Only Teams posts again by itself: the same activity, once, after a 5xx or no answer in time. Invokes never. */
  private isRetried({ activity, status = 0, error }: Post): boolean {
    return (
      this.personality === 'teams' && activity.type !== 'invoke' && (status >= 500 || error === 'TIMEOUT')
    )
  }
}

function showAnswer(post: Post, place: FakeConversation): void {
  const effect = readInvokeAnswer(post)
  if (!effect) return
  const clicked = effect.kind === 'card' ? place.message(post.activity.replyToId ?? '') : undefined
  place.answer({ ...effect.activity, ...(clicked ? { id: clicked.id } : {}) }, clicked)
}

/** One line for each post, for a failing test. */
export function describePosts(posts: readonly Post[]): string {
  const lines = posts.map(({ activity, status, error }) => {
    const said = activity.text ?? JSON.stringify(activity.value) ?? ''
    return `  ${activity.type} ${said.slice(0, 100)} -> ${status ?? error ?? 'no answer yet'}`
  })
  return `Posted to the bot:\n${lines.join('\n') || '  nothing'}`
}
