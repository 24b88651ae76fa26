import assert from 'node:assert/strict'
import type { Script } from '../bot/scripted-bot.ts'
import type { Personality } from '../connector/fake-connector.ts'
import { type ChatBench, echo, meet as meetIn, receivedOf, uuidOfVersion } from './chat-bench.ts'
import type { ChatOptions } from './chat-scene.ts'

describe('a person in Teams', () => {
  let bench: ChatBench

  async function meet(personality: Personality, script?: Script, options?: Partial<ChatOptions>) {
    bench = await meetIn(personality, script, options)
    return bench.client
  }

  afterEach(() => bench.close())

  it('has valid GUIDs and prefixed ids', async () => {
    const client = await meet('teams')
    const { from, recipient, conversation, id } = (await client.say('hello')).activity
    assert.match(from?.aadObjectId ?? '', uuidOfVersion(4))
    assert.match(String(conversation?.tenantId), uuidOfVersion(4))
    assert.deepEqual(
      [from?.id.slice(0, 3), recipient?.id.slice(0, 3), conversation?.id.slice(0, 2)],
      ['29:', '28:', 'a:'],
    )
    assert.match(id ?? '', /^\d{13}$/)
  })

  it('is announced with the bot first', async () => {
    const client = await meet('teams')
    await client.join()
    assert.equal(receivedOf(bench.bot, 'conversationUpdate').membersAdded?.[0]?.id, client.scene.bot.id)
    assert.match(receivedOf(bench.bot, 'installationUpdate').id ?? '', /^f:\d+$/)
  })

  it('belongs to the tenant that is given', async () => {
    const client = await meet('teams', echo, { tenantId: 'contoso', aadObjectId: 'ann' })
    const { conversation, from } = (await client.say('hello')).activity
    assert.deepEqual([conversation?.tenantId, from?.aadObjectId], ['contoso', 'ann'])
  })

  it('posts the same again after a 5xx', async () => {
    let count = 0
    const client = await meet('teams', async () => ({ answer: { status: ++count === 1 ? 500 : 200 } }))
    assert.equal((await client.say('hello')).status, 200)
    assert.deepEqual(bench.bot.received[1], bench.bot.received[0])
  })

  it('posts the same again when the bot takes too long', async () => {
    const client = await meet(
      'teams',
      () => (bench.bot.received.length === 1 ? new Promise(() => {}) : Promise.resolve()),
      {
        patienceMs: 20,
      },
    )
    assert.equal((await client.say('hello')).status, 200)
    assert.deepEqual(
      client.posts.map(({ error }) => error),
      ['TIMEOUT', undefined],
    )
  })

  it('tells the bot that the app is removed', async () => {
    const client = await meet('teams')
    await client.leave()
    assert.equal(receivedOf(bench.bot, 'installationUpdate').action, 'remove')
  })
})
