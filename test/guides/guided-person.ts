import type { Language } from '../../locales/index.ts'
import type { Entries } from '../support/client/card-input.ts'
import type { CardView } from '../support/client/card-view.ts'
import { ChatClient } from '../support/client/chat-client.ts'
import { cardIn } from '../support/client/chat-reply.ts'
import type { ChatOptions } from '../support/client/chat-scene.ts'
import type { FakeConnector } from '../support/connector/fake-connector.ts'
import type { BotMessage } from '../support/connector/fake-conversation.ts'
import type { Script } from './scripts.ts'
import type { ScriptStep } from './voice.ts'

const regions: Partial<Record<Language, string>> = { en: 'en-US', fr: 'fr-FR' }

/** A person at a chat client who follows a script. */
export class GuidedPerson {
  readonly client: ChatClient
  /** The cards so far: one that comes once more brings nothing new. */
  readonly #read = new Set<string>()
  #current = ''

  constructor(
    connector: FakeConnector,
    botUrl: string,
    { language }: Pick<Script, 'language'>,
    who: Omit<ChatOptions, 'connector' | 'botUrl'> = {},
  ) {
    this.client = new ChatClient({ connector, botUrl, locale: regions[language] ?? language, ...who })
  }

  /** Opens the chat, and reads the welcome. */
  async arrives(): Promise<void> {
    await this.client.join()
    await this.#reads(() => true)
  }

  /** Resolves when the bot has answered over HTTP. @throws Error when the client does not let the click through. */
  async does(step: ScriptStep): Promise<void> {
    if ('types' in step) await this.client.say(step.types)
    else await this.#clicks(step.clicks, step.fills)
  }

  /** Waits for the card that the step ends on; what comes before it, or once more, is passed over. */
  async sees({ sees }: ScriptStep, patienceMs?: number): Promise<void> {
    await this.#reads(({ heading }) => heading === sees, patienceMs)
  }

  /** From the welcome to the receipt. */
  async follows({ steps }: Script, beforeStep = () => {}): Promise<void> {
    await this.arrives()
    for (const step of steps) {
      beforeStep()
      await this.does(step)
      await this.sees(step)
    }
  }

  async #reads(wanted: (card: CardView) => boolean, patienceMs?: number): Promise<void> {
    const { card } = await this.client.waitForReply(
      (reply) =>
        reply.kind === 'message' && reply.card !== undefined && this.#isNew(reply.card) && wanted(reply.card),
      patienceMs,
    )
    this.#current = JSON.stringify(card)
    this.#read.add(this.#current)
  }

  #isNew(card: CardView): boolean {
    return !this.#read.has(JSON.stringify(card))
  }

  /** On the lowest card that has such a button, and is none of those before the current one. */
  async #clicks(button: string, fills: Entries): Promise<void> {
    const isMeant = ({ shown }: BotMessage) => {
      const card = cardIn(shown)
      const hasButton = card?.actions.some(({ label }) => label === button) ?? false
      return card !== undefined && hasButton && (this.#isNew(card) || JSON.stringify(card) === this.#current)
    }
    const message = this.client.conversation.messages.findLast(isMeant) ?? this.client.latestCard()
    const click = await this.client.click(message, button, fills)
    if (click.kind !== 'posted') throw new Error(`Nothing was posted: ${JSON.stringify(click)}`)
  }
}
