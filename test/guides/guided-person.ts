import type { CardView } from '../support/card-view.ts'
import type { Click } from '../support/chat-client.ts'
import { ChatClient } from '../support/chat-client.ts'
import type { PersonOptions } from '../support/chat-scene.ts'
import type { FakeConnector } from '../support/fake-connector.ts'
import type { Script } from './scripts.ts'
import type { ScriptStep } from './voice.ts'

const locales = { en: 'en-US', fr: 'fr-FR' } as const

/** Somebody in front of a chat client who follows a script. */
export class GuidedPerson {
  readonly client: ChatClient

  constructor(connector: FakeConnector, botUrl: string, { language }: Script, options: PersonOptions = {}) {
    this.client = new ChatClient({ connector, botUrl, locale: locales[language], ...options })
  }

  /** Opens the chat, and reads the welcome. */
  async arrives(): Promise<void> {
    await this.client.join()
    await this.client.waitForReply(({ kind, card }) => kind === 'message' && card !== undefined)
  }

  /** Resolves when the bot has answered over HTTP. @throws Error when the client lets the click not through. */
  async does(step: ScriptStep): Promise<void> {
    if ('types' in step) await this.client.say(step.types)
    else posted(await this.client.press(step.clicks, step.fills))
  }

  /** The card that the step ends on; what comes before it, or once more, is passed over. */
  async sees({ sees }: ScriptStep): Promise<CardView> {
    const { card } = await this.client.waitForReply(
      (reply) => reply.kind === 'message' && reply.card?.heading === sees,
    )
    if (!card) throw new Error(`There is no card "${sees}"`)
    return card
  }

  /** From the welcome to the receipt. */
  async follows({ steps }: Script, beforeEachStep = () => {}): Promise<void> {
    await this.arrives()
    for (const step of steps) {
      beforeEachStep()
      await this.does(step)
      await this.sees(step)
    }
  }
}

function posted(click: Click): void {
  if (click.kind !== 'posted') throw new Error(`Nothing was posted: ${JSON.stringify(click)}`)
}
