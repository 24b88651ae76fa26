import { z } from 'zod'
import type { ConnectorRequest } from '../../support/connector/connector-fault.ts'
import type { FakeConnector } from '../../support/connector/fake-connector.ts'
import { parseJson } from '../../support/connector/http-exchange.ts'
import { secrets } from '../cast/victim.ts'
import type { Claims } from '../input/claims.ts'
import type { PrivacyWatch } from './privacy-watch.ts'

const errorReplies = ['Something went wrong', 'Quelque chose n’a pas fonctionné']
const bodySchema = z.looseObject({
  replyToId: z.string().optional(),
  conversation: z.looseObject({ id: z.string() }),
})
const mostRecent = 5_000

/** Watches where the bot's messages go and what they say, against what was posted to it. */
export class ChannelWatch {
  readonly channelFaults: string[] = []
  readonly counts = { messages: 0, updates: 0 }
  /** People who got an error reply. */
  readonly brokenTurns: string[] = []
  readonly #conversations = new Set<string>()
  /** Latest activities by their id: in which conversations, and their text. */
  readonly #posted = new Map<string, { readonly places: Set<string>; text: string }>()
  readonly #quiet: string
  readonly #privacy: PrivacyWatch

  /** No one writes in the conversation `quiet`. */
  constructor(connectors: readonly FakeConnector[], quiet: string, privacy: PrivacyWatch) {
    this.#quiet = quiet
    this.#privacy = privacy
    for (const connector of connectors)
      connector.on('request', (request) => {
        this.#judge(request)
        connector.requests.length = 0
      })
  }

  expect(claims: Claims, text: string): void {
    const { conversation, activity } = claims
    this.#privacy.noteSpokenLanguage(claims, text)
    this.#conversations.add(conversation)
    if (activity === '') return
    const known = this.#posted.get(activity) ?? { places: new Set(), text }
    this.#posted.delete(activity)
    this.#posted.set(activity, known)
    known.places.add(conversation)
    known.text = text
    const [oldest] = this.#posted.keys()
    if (this.#posted.size > mostRecent && oldest !== undefined) this.#posted.delete(oldest)
  }

  /** People write here by themselves. */
  expectAll(conversation: string): void {
    this.#conversations.add(conversation)
  }

  #judge({ route, path, rawBody, method }: ConnectorRequest): void {
    if (method === 'PUT') this.counts.updates += 1
    else this.counts.messages += 1
    const body = bodySchema.safeParse(parseJson(rawBody)).data
    // The path of a service's address is the channel's word, as long as the host is one of its own.
    if (!/^(\/amer)?\/v3\//.test(path)) return
    if (!route || !body) return void this.channelFaults.push(`a call that is none: ${method} ${path}`)
    const { conversation } = route
    const origin = body.replyToId === undefined ? undefined : this.#posted.get(body.replyToId)
    if (conversation === this.#quiet) this.channelFaults.push(`a message to a stranger: ${rawBody}`)
    if (conversation !== body.conversation.id)
      this.channelFaults.push(`${path} is for ${body.conversation.id}`)
    if (!this.#conversations.has(conversation))
      this.channelFaults.push(`nobody spoke in ${conversation}: ${rawBody}`)
    if (origin && !origin.places.has(conversation))
      this.channelFaults.push(`an answer in another conversation, ${path}, to ${origin.text}`)
    const told = secrets.find((secret) => rawBody.includes(secret))
    if (told) this.channelFaults.push(`a stranger reads "${told}": ${rawBody}, after ${origin?.text}`)
    this.#privacy.judge(conversation, body, origin?.text ?? 'nothing known')
    if (errorReplies.some((words) => rawBody.includes(words)))
      this.brokenTurns.push(origin?.text ?? `unknown, in ${conversation}`)
  }
}
