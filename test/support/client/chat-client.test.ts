import assert from 'node:assert/strict'
import type { Script } from '../bot/scripted-bot.ts'
import type { Personality } from '../connector/fake-connector.ts'
import { type ChatBench, meet as meetIn } from './chat-bench.ts'
import type { ChatOptions } from './chat-scene.ts'

describe('a person in a chat', () => {
  let bench: ChatBench

  async function meet(personality: Personality, script?: Script, options?: Partial<ChatOptions>) {
    bench = await meetIn(personality, script, options)
    return bench.client
  }

  afterEach(() => bench.close())

  for (const personality of ['emulator', 'playground', 'teams'] as const) {
    describe(`with any client, here ${personality}`, () => {
      it('gets an answer to what it says', async () => {
        const client = await meet(personality)
        const post = await client.say('hello')
        assert.equal((await client.waitForReply()).text, 'hello')
        assert.equal(post.status, 200)
      })

      it('fills in a card and presses a button', async () => {
        const client = await meet(personality)
        await client.say('card')
        assert.equal((await client.waitForReply()).card?.heading, 'Form')
        await client.press('Go', { name: 'Ann' })
        assert.equal((await client.waitForReply()).text, '{"step":1,"name":"Ann"}')
      })

      it('posts nothing when an input is wrong', async () => {
        const client = await meet(personality)
        await client.say('card')
        const errors = [{ id: 'name', message: 'name please' }]
        assert.deepEqual(await client.press('Go'), { kind: 'refused', errors })
        assert.equal(client.posts.length, 1)
      })

      it('clicks twice: two ids, one value', async () => {
        const client = await meet(personality)
        await client.say('card')
        const [first, second] = await client.doubleClick('Go', { name: 'Ann' })
        assert.notEqual(first.activity.id, second.activity.id)
        assert.deepEqual(first.activity.value, second.activity.value)
      })

      it('sends the same activity again, with the same or with a new id', async () => {
        const client = await meet(personality)
        const { activity } = await client.say('hello')
        await client.resend(activity)
        await client.resendWithNewId(activity)
        const [first, second, third] = bench.bot.received
        assert.deepEqual(second, first)
        assert.notEqual(third?.id, first?.id)
        assert.equal(third?.text, 'hello')
      })

      it('takes no notice of typing', async () => {
        const client = await meet(personality, async (turn) => {
          await turn.reply({ type: 'typing' })
          await turn.reply({ text: 'done' })
        })
        await client.say('work')
        assert.equal((await client.waitForReply()).text, 'done')
      })

      it('reads one reply after the other', async () => {
        const client = await meet(personality)
        await client.say('one')
        await client.say('two')
        assert.deepEqual(
          [(await client.waitForReply()).text, (await client.waitForReply()).text],
          ['one', 'two'],
        )
      })

      it('can skip what it has not read', async () => {
        const client = await meet(personality)
        await client.say('one')
        client.catchUp()
        await client.say('two')
        assert.equal((await client.waitForReply()).text, 'two')
      })

      it('tells what did arrive when the awaited reply does not come', async () => {
        const client = await meet(personality)
        await client.say('hello')
        const wait = client.waitForReply(({ text }) => text === 'goodbye', 5)
        await assert.rejects(wait, /within 5 ms[\s\S]*message: message "hello"[\s\S]*message hello -> 200/)
      })

      it('tells of a click that posted nothing when no reply comes', async () => {
        const client = await meet(personality)
        await client.say('card')
        await client.waitForReply()
        await client.press('Go')
        await assert.rejects(client.waitForReply(undefined, 5), /posted nothing.*name please/)
      })

      it('records how the bot answered over HTTP', async () => {
        const client = await meet(personality, async () => ({
          answer: { status: 401, body: { no: 'entry' } },
        }))
        const { status, body } = await client.say('hello')
        assert.deepEqual([status, body], [401, { no: 'entry' }])
      })

      it('records that the bot is not there', async () => {
        const client = await meet(personality)
        await bench.bot.close()
        assert.equal((await client.say('hello')).error, 'ECONNREFUSED')
      })
    })
  }
})
