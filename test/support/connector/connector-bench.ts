import { call, cardMessage } from '../bot/scripted-bot.ts'
import { type FakeConnector, type Personality, startConnector } from './fake-connector.ts'
import type { FakeConversation } from './fake-conversation.ts'

export const text = (words: string) => ({ type: 'message', from: { id: 'bot' }, text: words })

export const card = (title = 'Hi') => ({
  type: 'message',
  from: { id: 'bot' },
  ...cardMessage({ body: [{ type: 'TextBlock', text: title }] }),
})

export const idOf = ({ body }: { body: string }): string => JSON.parse(body).id
export const codeOf = ({ body }: { body: string }): string => JSON.parse(body).error.code

/** A connector with one conversation, as a bot calls it. */
export interface ConnectorBench {
  connector: FakeConnector
  readonly conversation: FakeConversation
  /** The serviceUrl without a slash at its end. */
  base(): string
  /** The address of something in a conversation; by default in the one that there is. */
  there(path?: string, id?: string): string
  send(activity: unknown, id?: string): ReturnType<typeof call>
  put(id: string, activity: object): ReturnType<typeof call>
}

export async function play(personality: Personality, id = 'chat'): Promise<ConnectorBench> {
  const connector = await startConnector({ personality })
  const people = [{ id: 'ann', name: 'Ann Lee', aadObjectId: 'aad-ann' }]
  const conversation = connector.world.open({ id, kind: 'personal', bot: { id: 'bot', name: 'Bot' }, people })
  const base = () => connector.serviceUrl.replace(/\/$/, '')
  const there = (path = '', where = id) => `${base()}/v3/conversations/${encodeURIComponent(where)}${path}`
  return {
    connector,
    conversation,
    base,
    there,
    send: (activity, where) => call('POST', there('/activities', where), activity),
    put: (message, activity) => call('PUT', there(`/activities/${message}`), activity),
  }
}
