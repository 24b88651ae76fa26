import { request } from 'node:http'
import type { Activity } from '../client/activity.ts'
import type { Personality } from '../connector/fake-connector.ts'

/** One activity that was posted to the bot; the bot's answer is there once it came. */
export interface Post {
  readonly activity: Activity
  /** HTTP status of the bot's answer. */
  status?: number
  /** Parsed JSON, else the text, of the bot's answer; undefined when it is empty. */
  body?: unknown
  /** Why there is no answer: the code of the socket's error, or `TIMEOUT`. */
  error?: string
}

const clientHeaders: Record<Personality, Record<string, string>> = {
  emulator: { 'user-agent': 'node-fetch/1.0' },
  playground: { 'user-agent': 'axios/1.12.2', 'x-ms-agents-playground': 'true' },
  teams: { 'user-agent': 'Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)' },
}

interface Delivery {
  readonly url: string
  readonly personality: Personality
  /** Timeout for the bot's answer; Infinity: none. */
  readonly patienceMs: number
  /** The Authorization header, where the bot wants one. */
  readonly authorization?: string | undefined
}

/** Posts an activity and fills in what the bot answered. Each post has its own connection, so no restart can break it. */
export function postToBot(
  post: Post,
  { url, personality, patienceMs, authorization }: Delivery,
): Promise<void> {
  const body = JSON.stringify(post.activity)
  const headers = {
    ...clientHeaders[personality],
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(authorization === undefined ? {} : { authorization }),
  }
  return new Promise((resolve) => {
    const outgoing = request(url, { method: 'POST', headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', () => resolve())
      response.on('end', () => {
        clearTimeout(deadline)
        if (response.statusCode !== undefined) post.status = response.statusCode
        post.body = parseBody(Buffer.concat(chunks).toString('utf8'))
        resolve()
      })
    })
    const giveUp = () =>
      outgoing.destroy(Object.assign(new Error('The bot did not answer in time'), { code: 'TIMEOUT' }))
    const deadline = Number.isFinite(patienceMs) ? setTimeout(giveUp, patienceMs) : undefined
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(deadline)
      post.error = error.code ?? error.message
      resolve()
    })
    outgoing.end(body)
  })
}

/** Playground asks `HEAD {endpoint}` at each page load and takes any answer, or none. */
export function probeBot(url: string): Promise<void> {
  return new Promise((resolve) => {
    const outgoing = request(
      url,
      { method: 'HEAD', headers: clientHeaders.playground, agent: false },
      (response) => {
        response.resume()
        response.on('end', resolve)
      },
    )
    outgoing.on('error', () => resolve())
    outgoing.end()
  })
}

function parseBody(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
