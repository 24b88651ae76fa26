import assert from 'node:assert/strict'
import { cardMessage, type Script } from '../bot/scripted-bot.ts'
import { type Personality, startConnector } from '../connector/fake-connector.ts'
import { type ChatBench, echo, form, meet as meetIn, receivedOf, uuidOfVersion } from './chat-bench.ts'
import type { ChatOptions } from './chat-scene.ts'

describe('a person in Playground', () => {
  let bench: ChatBench

  async function meet(personality: Personality, script?: Script, options?: Partial<ChatOptions>) {
    bench = await meetIn(personality, script, options)
    return bench.client
  }

  afterEach(() => bench.close())

  it('is announced by two activities, the person before the bot, after a probe', async () => {
    const client = await meet('playground')
    await client.join()
    assert.deepEqual(bench.bot.probes, ['HEAD'])
    const { membersAdded, locale, entities } = receivedOf(bench.bot, 'conversationUpdate')
    assert.deepEqual(
      membersAdded?.map(({ id }) => id),
      [client.scene.person.id, client.scene.bot.id],
    )
    assert.deepEqual([locale, entities], [undefined, undefined])
    const installed = receivedOf(bench.bot, 'installationUpdate')
    assert.deepEqual([installed.action, installed.locale, installed.from?.name], ['add', 'en-US', undefined])
  })

  it('posts both before the bot has answered one', async () => {
    let release = () => {}
    const both = new Promise<void>((resolve) => {
      release = resolve
    })
    const client = await meet('playground', async () => {
      if (bench.bot.received.length === 2) release()
      await both
    })
    const posts = await client.join('reversed')
    assert.deepEqual(
      posts.map(({ activity, status }) => [activity.type, status]),
      [
        ['conversationUpdate', 200],
        ['installationUpdate', 200],
      ],
    )
  })

  it('is announced again on each load of the page, in the same conversation', async () => {
    const client = await meet('playground')
    await client.join()
    await client.restart()
    const ids = new Set(bench.bot.received.map(({ conversation }) => conversation?.id))
    assert.deepEqual([bench.bot.received.length, ids.size], [4, 1])
  })

  it('has ids for tenant, person and bot that are no valid GUIDs', async () => {
    const client = await meet('playground')
    const { from, recipient, conversation, channelData } = (await client.say('hello')).activity
    assert.deepEqual([from?.id, from?.aadObjectId?.length, recipient?.id.length], ['user-id-0', 38, 38])
    assert.equal(conversation?.tenantId, '00000000-0000-0000-0000-0000000000001')
    assert.deepEqual(Object(channelData).tenant, { id: conversation?.tenantId })
  })

  it('sends locale, time zone and client info with a message', async () => {
    const client = await meet('playground', echo, {
      locale: 'fr-FR',
      timeZone: 'Europe/Paris',
      country: 'FR',
    })
    const { activity } = await client.say('bonjour')
    assert.deepEqual(activity.entities, [
      { type: 'clientInfo', locale: 'fr-FR', country: 'FR', platform: 'Web', timezone: 'Europe/Paris' },
    ])
    assert.match(activity.localTimestamp ?? '', /\.\d{3}\+0[12]:00$/)
    assert.match(activity.id ?? '', uuidOfVersion(4))
  })

  it('names the card that was clicked', async () => {
    const client = await meet('playground')
    await client.say('card')
    await client.press('Go', { name: 'Ann' })
    assert.equal(client.posts[1]?.activity.replyToId, client.latestCard().id)
  })

  it('empties the inputs after a click', async () => {
    const client = await meet('playground')
    await client.say('card')
    await client.press('Go', { name: 'Ann' })
    assert.equal((await client.press('Go')).kind, 'refused')
  })

  it('clicks a card as it stands now, or as it stood when it came', async () => {
    const done = cardMessage({ body: [{ type: 'TextBlock', text: 'Done' }] })
    const client = await meet('playground', async ({ activity, reply, update }) => {
      if (activity.value) return
      const { id } = JSON.parse((await reply(form)).body)
      await update(id, done)
    })
    await client.say('card')
    const asItCame = await client.waitForReply()
    await assert.rejects(client.press('Go', { name: 'Ann' }), /No button Go/)
    assert.equal((await client.click(asItCame, 'Go', { name: 'Ann' })).kind, 'posted')
  })

  it('sees an update as a reply', async () => {
    const client = await meet('playground', async ({ reply, update }) => {
      const { id } = JSON.parse((await reply(form)).body)
      await update(id, { text: 'Done' })
    })
    await client.say('card')
    const update = await client.waitForReply(({ kind }) => kind === 'update')
    assert.equal(update.text, 'Done')
  })

  it('gets the card that answers an execute in place of the old one', async () => {
    const card = (text: string) => ({
      type: 'AdaptiveCard',
      body: [{ type: 'TextBlock', text, style: 'heading' }],
      actions: [{ type: 'Action.Execute', title: 'Run', verb: 'run' }],
    })
    const client = await meet('playground', async ({ activity, reply }) => {
      if (activity.type === 'message') return reply(cardMessage(card('old')))
      const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('new') }
      return { answer: { body } }
    })
    await client.say('card')
    await client.press('Run')
    const answer = await client.waitForReply(({ kind }) => kind === 'answer')
    assert.equal(answer.card?.heading, 'new')
    await client.press('Run')
    assert.equal(client.posts[2]?.activity.replyToId, client.posts[1]?.activity.replyToId)
  })

  it('sees the text or error that answers an execute', async () => {
    const run = cardMessage({ body: [], actions: [{ type: 'Action.Execute', title: 'Run' }] })
    const client = await meet('playground', async ({ activity, reply }) => {
      if (activity.type === 'message') return reply(run)
      const value = { code: 'x', message: 'no' }
      return { answer: { body: { statusCode: 400, type: 'application/vnd.microsoft.error', value } } }
    })
    await client.say('card')
    await client.press('Run')
    assert.equal((await client.waitForReply(({ kind }) => kind === 'answer')).text, 'no')
  })

  it('says the title of a suggested action', async () => {
    const actions = [{ type: 'imBack', title: 'Title', value: 'value' }]
    const client = await meet('playground', ({ reply }) =>
      reply({ text: '?', suggestedActions: { actions } }),
    )
    await client.say('x')
    assert.equal((await client.choose('Title')).activity.text, 'Title')
  })

  it('never posts again by itself', async () => {
    const client = await meet('playground', async () => ({ answer: { status: 500 } }))
    await client.say('hello')
    assert.equal(bench.bot.received.length, 1)
  })

  it('sends no installation on the channel emulator', async () => {
    const connector = await startConnector({ personality: 'playground', channelId: 'emulator' })
    const client = await meet('playground', echo, { connector })
    await client.join()
    assert.deepEqual(
      bench.bot.received.map(({ type, channelId }) => [type, channelId]),
      [['conversationUpdate', 'emulator']],
    )
  })

  it('marks its posts as Playground does', async () => {
    const client = await meet('playground')
    await client.say('hello')
    assert.equal(bench.bot.headers[0]?.['x-ms-agents-playground'], 'true')
  })
})
