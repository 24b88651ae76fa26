import assert from 'node:assert/strict'
import { cardMessage, type Script, type ScriptedBot, startScriptedBot } from '../bot/scripted-bot.ts'
import { type FakeConnector, type Personality, startConnector } from '../connector/fake-connector.ts'
import type { Activity } from './activity.ts'
import { ChatClient } from './chat-client.ts'
import type { ChatOptions } from './chat-scene.ts'

export const uuidOfVersion = (version: number) =>
  new RegExp(`^[0-9a-f]{8}-[0-9a-f]{4}-${version}[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

export const form = cardMessage({
  body: [
    { type: 'TextBlock', text: 'Form', style: 'heading' },
    { type: 'Input.Text', id: 'name', isRequired: true, errorMessage: 'name please' },
  ],
  actions: [{ type: 'Action.Submit', title: 'Go', data: { step: 1 } }],
})

/** Echoes text, shows a form on request, prints its values. */
export const echo: Script = async ({ activity, reply }) => {
  if (activity.type !== 'message') return undefined
  if (activity.text === 'card') return reply(form)
  return reply({ text: activity.text ?? JSON.stringify(activity.value) })
}

/** A person, a client and a scripted bot. */
export interface ChatBench {
  readonly connector: FakeConnector
  readonly bot: ScriptedBot
  readonly client: ChatClient
  close(): Promise<void>
}

export async function meet(
  personality: Personality,
  script: Script = echo,
  options: Partial<ChatOptions> = {},
): Promise<ChatBench> {
  const connector = options.connector ?? (await startConnector({ personality }))
  const bot = await startScriptedBot(script)
  const client = new ChatClient({ connector, botUrl: bot.url, ...options })
  const close = async () => {
    await bot.close()
    await connector.close()
  }
  return { connector, bot, client, close }
}

/** The first activity of a type that the bot got. */
export function receivedOf(bot: ScriptedBot, type: string): Activity {
  return bot.received.find((activity) => activity.type === type) ?? assert.fail(`The bot got no ${type}`)
}
