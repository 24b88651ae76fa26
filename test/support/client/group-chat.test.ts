import assert from 'node:assert/strict'
import type { Script } from '../bot/scripted-bot.ts'
import type { Personality } from '../connector/fake-connector.ts'
import { type ChatBench, form, meet as meetIn, receivedOf } from './chat-bench.ts'
import { ChatClient } from './chat-client.ts'
import type { ChatOptions } from './chat-scene.ts'

describe('a person in a group or channel', () => {
  let bench: ChatBench

  async function meet(personality: Personality, script?: Script, options?: Partial<ChatOptions>) {
    bench = await meetIn(personality, script, options)
    return bench.client
  }

  afterEach(() => bench.close())

  it('mentions the bot', async () => {
    const group = (await meet('playground')).inGroup()
    const { text, entities, conversation } = (await group.say('hello')).activity
    assert.equal(text, '<at>Test Bot</at> hello')
    assert.deepEqual(Object(entities?.[0]).text, '<at>Test Bot</at>')
    assert.deepEqual([conversation?.isGroup, conversation?.conversationType], [true, 'groupChat'])
  })

  it('can mention the bot in the middle', async () => {
    const group = (await meet('playground')).inGroup()
    assert.equal((await group.say('pre <at>Test Bot</at> x')).activity.text, 'pre <at>Test Bot</at> x')
  })

  it('is not heard by the bot without a mention', async () => {
    const group = (await meet('playground')).inGroup()
    const post = await group.say('hello', { mention: false })
    assert.deepEqual([post.status, bench.bot.received.length], [undefined, 0])
  })

  it('is announced with only the bot as new member, and a name only at installation', async () => {
    await (await meet('playground')).inGroup().join()
    assert.equal(receivedOf(bench.bot, 'conversationUpdate').membersAdded?.length, 1)
    assert.equal(receivedOf(bench.bot, 'conversationUpdate').conversation?.name, undefined)
    assert.equal(receivedOf(bench.bot, 'installationUpdate').conversation?.name, 'Group Chat')
  })

  it('meets another person in the same group', async () => {
    const ann = (await meet('teams')).inGroup()
    const bob = new ChatClient({ connector: bench.connector, botUrl: bench.bot.url, name: 'Bob' }).inGroup(
      ann.conversation.id,
    )
    await bob.say('hello')
    assert.match((await ann.waitForReply()).text ?? '', /hello/)
    assert.equal(ann.conversation.seed.people.length, 2)
  })

  it('starts a thread in a channel, answers in it, and can start another', async () => {
    const channel = (await meet('playground')).inChannel()
    await channel.say('one')
    await channel.say('two')
    await channel.sayInNewThread('three')
    const [first, second, third] = bench.bot.received.map(({ conversation }) => conversation?.id)
    assert.match(first ?? '', /^channel-announcements-id;messageid=\d{13}$/)
    assert.equal(second, first)
    assert.notEqual(third, first)
  })

  it('tells no platform with a message in a channel', async () => {
    const channel = (await meet('playground')).inChannel()
    const { entities } = (await channel.say('one')).activity
    assert.deepEqual(entities?.[1], { type: 'clientInfo', locale: 'en-US', country: 'US', timezone: 'UTC' })
  })

  it('is answered in its thread', async () => {
    const channel = (await meet('playground')).inChannel()
    await channel.say('one')
    assert.match((await channel.waitForReply()).text ?? '', /one/)
  })

  it('is announced in the bare channel with its team, where an answer is a new post', async () => {
    const channel = (await meet('playground', ({ reply }) => reply({ text: 'welcome' }))).inChannel('general')
    await channel.join()
    const { channelData, conversation } = receivedOf(bench.bot, 'installationUpdate')
    assert.deepEqual([conversation?.id, Object(channelData).team.id], ['team-id', 'team-id'])
    assert.equal((await channel.waitForReply()).text, 'welcome')
  })

  it('clicks with team and channel', async () => {
    const script: Script = ({ activity, reply }) => (activity.value ? reply({ text: 'ok' }) : reply(form))
    const channel = (await meet('teams', script)).inChannel()
    await channel.say('card')
    await channel.press('Go', { name: 'Ann' })
    const { team, channel: place } = Object(channel.posts[1]?.activity.channelData)
    assert.deepEqual([team.id, place.id], [bench.connector.teamId, bench.connector.announcementsId])
  })
})
