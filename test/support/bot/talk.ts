import type { Entries } from '../client/card-input.ts'
import type { CardView } from '../client/card-view.ts'
import type { ChatClient, Click } from '../client/chat-client.ts'
import type { Reply } from '../client/chat-reply.ts'
import type { Wanted } from '../client/clicker.ts'

/** One person's conversation, turn by turn: each resolves to the card that answers. */
export class Talk {
  readonly client: ChatClient

  constructor(client: ChatClient) {
    this.client = client
  }

  /** Opens the chat; the welcome. */
  async begin(): Promise<CardView> {
    await this.client.join()
    return this.nextCard()
  }

  /** Types a line. */
  async say(text: string): Promise<CardView> {
    await this.client.say(text)
    return this.nextCard()
  }

  /** Types a line that is answered by a plain sentence. */
  async sayFor(text: string): Promise<string> {
    await this.client.say(text)
    return this.nextText()
  }

  /** Fills in the latest card and presses one of its buttons. */
  async press(wanted: Wanted, inputs: Entries = {}): Promise<CardView> {
    const click = await this.client.press(wanted, inputs)
    if (click.kind !== 'posted') throw new Error(`Nothing was posted: ${JSON.stringify(click)}`)
    return this.nextCard()
  }

  /** Presses a button that the card itself does not let through; what it says under the input. */
  async pressInVain(wanted: Wanted, inputs: Entries = {}): Promise<Click> {
    return this.client.press(wanted, inputs)
  }

  async nextCard(): Promise<CardView> {
    const reply = await this.client.waitForReply((each) => isNew(each) && each.card !== undefined)
    if (!reply.card) throw new Error('There is no card in this reply')
    return reply.card
  }

  async nextText(): Promise<string> {
    const reply = await this.client.waitForReply((each) => isNew(each) && each.card === undefined)
    return String(reply.activity.text)
  }
}

function isNew(reply: Reply): boolean {
  return reply.kind === 'message'
}
