import { clickSchema } from '../../dialogs/engine/card-data.ts'
import type { Actor } from '../../src/core/company/company-event.ts'
import type { Member } from '../../src/core/people/authorized-people.ts'
import type { Entries } from '../support/client/card-input.ts'
import type { ActionView } from '../support/client/card-view.ts'
import type { ChatClient } from '../support/client/chat-client.ts'
import { cardIn } from '../support/client/chat-reply.ts'
import type { ConnectorRequest } from '../support/connector/connector-fault.ts'
import type { BotMessage } from '../support/connector/fake-conversation.ts'
import { sentCommand } from './sent-command.ts'

type Button = (action: ActionView) => boolean

/** Matches a button by the command that it sends, as titles depend on the language. */
export const runButton =
  (run: string, wish = /(?:)/): Button =>
  ({ data }) => {
    const sent = sentCommand(data)
    return sent?.run === run && wish.test(sent.with)
  }

/** Matches the button that answers the question of a card, or the one that changes the answer of this step. */
export const answerButton =
  (edited?: string): Button =>
  ({ data }) => {
    const click = clickSchema.safeParse(data).data
    if (click?.kind !== 'answer') return false
    return edited === undefined ? !click.go : click.go?.do === 'edit' && click.go.step === edited
  }

/** Finds the latest card that has such a button. */
export function cardWith({ conversation }: ChatClient, wanted: Button): BotMessage | undefined {
  return conversation.messages.findLast(({ shown }) => cardIn(shown)?.actions.some(wanted) ?? false)
}

/** Waits until there is such a card. */
export async function waitForCard(client: ChatClient, wanted: Button): Promise<BotMessage> {
  for (;;) {
    const message = cardWith(client, wanted)
    if (message) return message
    await client.waitForReply()
  }
}

/** Presses such a button of the latest card that has one. Resolves when the bot has committed the turn. */
export async function press(client: ChatClient, wanted: Button, fills: Entries = {}): Promise<void> {
  const click = await client.click(await waitForCard(client, wanted), wanted, fills)
  if (click.kind !== 'posted') throw new Error(`Nothing was posted: ${JSON.stringify(click)}`)
}

/** Presses a button and waits for the card that answers it. */
export async function pressAndRead(client: ChatClient, wanted: Button, fills: Entries = {}): Promise<void> {
  await waitForCard(client, wanted)
  client.catchUp()
  await press(client, wanted, fills)
  await nextCard(client)
}

/** Types a line and waits for the card that answers it. */
export async function sayAndRead(client: ChatClient, text: string): Promise<void> {
  client.catchUp()
  await client.say(text)
  await nextCard(client)
}

const nextCard = (client: ChatClient) =>
  client.waitForReply(({ kind, card }) => kind === 'message' && card !== undefined)

export const member = ({ scene: { person } }: ChatClient): Member => ({
  id: person.aadObjectId ?? person.id,
  name: person.name,
})

export const actor = (client: ChatClient): Actor => ({ ...member(client), role: 'partner-admin' })

/** Matches requests of the bot for this chat. */
export function requestsOf({ conversation }: ChatClient): (request: ConnectorRequest) => boolean {
  const place = encodeURIComponent(conversation.id)
  return ({ path }) => path.includes(place)
}
