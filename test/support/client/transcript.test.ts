import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cardMessage, type Script, type ScriptedBot, startScriptedBot } from '../bot/scripted-bot.ts'
import { type FakeConnector, type Personality, startConnector } from '../connector/fake-connector.ts'
import { ChatClient } from './chat-client.ts'
import { readTranscript, recordTranscript, replay, type Transcript, writeTranscript } from './transcript.ts'

let nonce = 0

/** A form with a fresh nonce each time; a click with a nonce of another run is answered by "stale". */
function formBot(title = 'Next'): Script {
  const known = new Set<unknown>()
  return async ({ activity, reply, update }) => {
    if (activity.type === 'conversationUpdate') return reply({ text: 'welcome' })
    if (activity.type !== 'message') return undefined
    if (activity.text === 'form') {
      nonce += 1
      known.add(nonce)
      return reply(form(title, nonce))
    }
    if (activity.value === undefined) return reply({ text: `echo ${activity.text}` })
    const { nonce: used, ...rest } = Object(activity.value)
    if (activity.replyToId) await update(activity.replyToId, { text: 'answered' })
    return reply({ text: known.has(used) ? JSON.stringify(rest) : 'stale' })
  }
}

function form(title: string, nonce: number) {
  return cardMessage({
    body: [
      { type: 'TextBlock', text: 'Form', style: 'heading' },
      { type: 'Input.Text', id: 'name', label: 'Name' },
      { type: 'Input.Toggle', id: 'ok', title: 'OK' },
      {
        type: 'Input.ChoiceSet',
        id: 'many',
        isMultiSelect: true,
        choices: [
          { title: 'A', value: 'a' },
          { title: 'B', value: 'b' },
        ],
      },
    ],
    actions: [
      { type: 'Action.Submit', title: 'Back', data: { to: 'back', nonce }, associatedInputs: 'none' },
      { type: 'Action.Submit', title, data: { to: 'next', nonce } },
    ],
  })
}

describe('a transcript', () => {
  const closing: { close(): Promise<void> }[] = []
  let directory: string

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'transcript-'))
  })

  after(() => rm(directory, { recursive: true }))

  afterEach(async () => {
    for (const one of closing.splice(0)) await one.close()
  })

  async function meet(personality: Personality, script: Script): Promise<ChatClient> {
    const connector: FakeConnector = await startConnector({ personality })
    const bot: ScriptedBot = await startScriptedBot(script)
    closing.push(bot, connector)
    return new ChatClient({ connector, botUrl: bot.url })
  }

  async function record(personality: Personality = 'emulator', order?: 'reversed'): Promise<Transcript> {
    const client = await meet(personality, formBot())
    await client.join(order)
    await client.say('hello')
    await client.say('form')
    await client.press('Next', { name: 'Ann', ok: true, many: ['a', 'b'] })
    await client.say('form')
    await client.press('Back')
    return recordTranscript(client.conversation)
  }

  it('has every activity of both directions in order', async () => {
    const said = (await record()).map(({ type, from, text }) => `${from?.role} ${text ?? type}`)
    assert.deepEqual(said, [
      'user conversationUpdate',
      'bot welcome',
      'user hello',
      'bot echo hello',
      'user form',
      'bot message',
      'user message',
      'bot {"to":"next","name":"Ann","ok":"true","many":"a,b"}',
      'user form',
      'bot message',
      'user message',
      'bot {"to":"back"}',
    ])
  })

  it('has the messages of the bot as Emulator keeps them', async () => {
    const welcome = (await record())[1]
    assert.deepEqual(Object.keys(welcome?.recipient ?? {}), ['id', 'role'])
    assert.match(welcome?.localTimestamp ?? '', /:\d\d\+00:00$/)
  })

  it('is the same after it was written and read', async () => {
    const transcript = await record()
    const file = join(directory, 'chat.transcript')
    await writeTranscript(file, transcript)
    assert.deepEqual(await readTranscript(file), JSON.parse(JSON.stringify(transcript)))
  })

  for (const personality of ['emulator', 'playground', 'teams'] as const) {
    it(`of ${personality} is answered alike by the same bot, with clicks on the new cards`, async () => {
      const transcript = await record(personality)
      const exchanges = await replay(transcript, await meet(personality, formBot()), {
        normalizeWords: ({ text }) => text,
      })
      for (const { recorded, received } of exchanges) assert.deepEqual(received, recorded)
      assert.equal(exchanges.flatMap(({ received }) => received).filter((text) => text === 'stale').length, 0)
      assert.equal(exchanges.flatMap(({ received }) => received).length, 6)
    })
  }

  it('of a first contact in reverse order is answered alike', async () => {
    const transcript = (await record('teams', 'reversed')).slice(0, 3)
    const exchanges = await replay(transcript, await meet('teams', formBot()))
    assert.deepEqual(
      exchanges.map(({ recorded, received }) => [recorded.length, received.length]),
      [[1, 1]],
    )
  })

  it('shows what the bot says now beside what it said then', async () => {
    const other: Script = ({ activity, reply }) => reply({ text: `well, ${activity.text ?? activity.type}` })
    const transcript = (await record()).slice(0, 4)
    const exchanges = await replay(transcript, await meet('emulator', other))
    assert.deepEqual(
      exchanges.map(({ recorded, received }) => [Object(recorded[0]).text, Object(received[0]).text]),
      [
        ['welcome', 'well, conversationUpdate'],
        ['echo hello', 'well, hello'],
      ],
    )
  })

  it('fails when the bot says less than it did', async () => {
    const silent: Script = async () => undefined
    const wait = replay(await record(), await meet('emulator', silent), { timeoutMs: 5 })
    await assert.rejects(wait, /No such reply within 5 ms/)
  })

  it('shows what the bot says more than it did', async () => {
    const chatty: Script = async ({ reply }) => {
      await reply({ text: 'one' })
      await reply({ text: 'two' })
    }
    const [exchange] = await replay((await record()).slice(0, 2), await meet('emulator', chatty))
    assert.deepEqual([exchange?.recorded.length, exchange?.received.length], [1, 2])
  })

  it('shows what the bot says where it was silent', async () => {
    const silent = (await record()).slice(0, 1)
    const [exchange] = await replay(silent, await meet('emulator', formBot()), {
      normalizeWords: ({ text }) => text,
    })
    assert.deepEqual([exchange?.recorded, exchange?.received], [[], ['welcome']])
  })

  it('fails when the button that was clicked has another title now', async () => {
    const wait = replay(await record(), await meet('emulator', formBot('Continue')))
    await assert.rejects(wait, /The recorded click on "Next" finds no such button/)
  })
})
