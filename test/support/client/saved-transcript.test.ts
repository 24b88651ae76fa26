import assert from 'node:assert/strict'
import { type Script, type ScriptedBot, startScriptedBot, type Turn } from '../bot/scripted-bot.ts'
import { type FakeConnector, startConnector } from '../connector/fake-connector.ts'
import { ChatClient } from './chat-client.ts'
import { readTranscript, replay, type Transcript } from './transcript.ts'

/** In the shape of a file that Bot Framework Emulator 4.15 saved of a small bot. */
const file = new URL('emulator-saved.transcript', import.meta.url)

/** The small bot: what it updates and deletes is in no transcript, what it says by itself is. */
function smallBot(card: unknown): Script {
  const answers: Readonly<Record<string, (turn: Turn) => Promise<unknown>>> = {
    card: ({ reply }) => reply(Object(card)),
    update: async ({ reply, update }) => update(idOf(await reply({ text: 'before' })), { text: 'after' }),
    delete: async ({ reply, remove }) => remove(idOf(await reply({ text: 'to be deleted' }))),
    typing: async ({ reply }) => {
      await reply({ type: 'typing' })
      await reply({ text: 'after typing' })
    },
    later: async ({ reply }) => {
      await reply({ text: 'wait' })
      await reply({ text: 'by itself', replyToId: '0d5c1f0e-1111-4c22-8d33-000000000000' })
    },
  }
  return async (turn) => {
    const { type, text = '', value } = turn.activity
    if (type === 'conversationUpdate') return turn.reply({ text: 'welcome' })
    if (value !== undefined) return turn.reply({ text: `submitted ${JSON.stringify(value)}` })
    return answers[text]?.(turn) ?? turn.reply({ text: `echo ${text}` })
  }
}

const idOf = ({ body }: { readonly body: string }): string => JSON.parse(body).id

describe('a transcript that Bot Framework Emulator saved', () => {
  let saved: Transcript
  let connector: FakeConnector
  let bot: ScriptedBot

  beforeEach(async () => {
    saved = await readTranscript(file)
    const attachments = saved.find((activity) => (activity.attachments?.length ?? 0) > 0)?.attachments
    connector = await startConnector({ personality: 'emulator' })
    bot = await startScriptedBot(smallBot({ attachments }))
  })
  afterEach(async () => {
    await bot.close()
    await connector.close()
  })

  const replayed = async (transcript: Transcript) => {
    const exchanges = await replay(transcript, new ChatClient({ connector, botUrl: bot.url }))
    return {
      recorded: exchanges.map(({ recorded }) => recorded),
      received: exchanges.map(({ received }) => received),
    }
  }

  it('is answered alike, click and all', async () => {
    const { recorded, received } = await replayed(saved)
    assert.deepEqual(received, recorded)
    assert.equal(recorded.flat().length, 9)
  })

  it('is answered alike when it is of a bot that does not say what it is', async () => {
    const isBot = (activity: Transcript[number]) => activity.from?.role === 'bot'
    const nameless = saved.map((activity) =>
      isBot(activity) ? { ...activity, from: { id: activity.from?.id ?? '' } } : activity,
    )
    const { recorded, received } = await replayed(nameless)
    assert.deepEqual(received, recorded)
    assert.equal(recorded.flat().length, 9)
  })
})
