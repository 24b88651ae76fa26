import assert from 'node:assert/strict'
import { cardMessage, type Script } from '../bot/scripted-bot.ts'
import type { Personality } from '../connector/fake-connector.ts'
import { type ChatBench, echo, form, meet as meetIn, receivedOf, uuidOfVersion } from './chat-bench.ts'
import type { ChatOptions } from './chat-scene.ts'

describe('a person in Emulator', () => {
  let bench: ChatBench

  async function meet(personality: Personality, script?: Script, options?: Partial<ChatOptions>) {
    bench = await meetIn(personality, script, options)
    return bench.client
  }

  afterEach(() => bench.close())

  it('is announced once, the bot before the person, with names and locale, without any Entra id', async () => {
    const client = await meet('emulator', echo, { locale: 'fr-FR', name: 'Zoé' })
    await client.join()
    assert.equal(bench.bot.received.length, 1)
    const { membersAdded, locale, conversation, from } = receivedOf(bench.bot, 'conversationUpdate')
    assert.deepEqual(
      membersAdded?.map(({ name }) => name),
      ['Bot', 'Zoé'],
    )
    assert.deepEqual([locale, from?.role, from?.aadObjectId], ['fr-FR', 'user', undefined])
    assert.deepEqual(Object.keys(conversation ?? {}), ['id'])
  })

  it('lives in a conversation of a time-based uuid and |livechat, with time-based ids', async () => {
    const client = await meet('emulator')
    const { activity } = await client.say('hello')
    assert.match(activity.conversation?.id ?? '', /\|livechat$/)
    assert.match(activity.id ?? '', uuidOfVersion(1))
  })

  it('has local times without milliseconds', async () => {
    const client = await meet('emulator', echo, { timeZone: 'Asia/Kolkata' })
    const { activity } = await client.say('hello')
    assert.match(activity.localTimestamp ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+05:30$/)
    const offset = Date.parse(activity.localTimestamp ?? '') - Date.parse(activity.timestamp ?? '')
    assert.ok(Math.abs(offset) < 1000)
  })

  it('tells what its client can do with the first message only', async () => {
    const client = await meet('emulator')
    const first = await client.say('one')
    const second = await client.say('two')
    assert.equal(first.activity.entities?.[0]?.type, 'ClientCapabilities')
    assert.equal(second.activity.entities, undefined)
  })

  it('posts back a click without the id of the card', async () => {
    const client = await meet('emulator')
    await client.say('card')
    await client.press('Go', { name: 'Ann' })
    const { replyToId, channelData, textFormat, attachments } = client.posts[1]?.activity ?? assert.fail()
    assert.deepEqual(
      [replyToId, Object(channelData).postBack, textFormat, attachments],
      [undefined, true, undefined, []],
    )
  })

  it('keeps in the inputs what was entered before', async () => {
    const client = await meet('emulator')
    await client.say('card')
    await client.press('Go', { name: 'Ann' })
    await client.press('Go')
    assert.deepEqual(client.posts[2]?.activity.value, { step: 1, name: 'Ann' })
  })

  it('opens a new conversation with a new bot each time', async () => {
    const client = await meet('emulator')
    await client.join()
    await client.join()
    const [first, second] = bench.bot.received
    assert.notEqual(first?.conversation?.id, second?.conversation?.id)
    assert.notEqual(first?.recipient?.id, second?.recipient?.id)
  })

  it('leaves nothing of the old conversation when it is restarted', async () => {
    const client = await meet('emulator')
    await client.join()
    const { id } = client.conversation
    await client.restart()
    assert.equal(bench.connector.world.find(id), undefined)
  })

  it('does not draw a card of a later version', async () => {
    const later = cardMessage({
      version: '1.6',
      body: [],
      actions: [{ type: 'Action.Submit', title: 'Go' }],
    })
    const client = await meet('emulator', ({ reply }) => reply(later))
    await client.say('card')
    await assert.rejects(client.press('Go'), /empty box/)
  })

  it('still shows a card after its update', async () => {
    const client = await meet('emulator', async ({ reply, update }) => {
      const { id } = JSON.parse((await reply(form)).body)
      await update(id, cardMessage({ body: [{ type: 'TextBlock', text: 'Done', style: 'heading' }] }))
    })
    await client.say('card')
    assert.equal((await client.press('Go', { name: 'Ann' })).kind, 'posted')
  })

  it('has neither groups nor channels', async () => {
    const client = await meet('emulator')
    assert.throws(() => client.inGroup(), /no group chats/)
    assert.throws(() => client.inChannel(), /no channels/)
  })

  it('says the value of a suggested action', async () => {
    const actions = [{ type: 'imBack', title: 'Title', value: 'value' }]
    const client = await meet('emulator', ({ reply }) => reply({ text: '?', suggestedActions: { actions } }))
    await client.say('x')
    assert.equal((await client.choose('Title')).activity.text, 'value')
  })
})
