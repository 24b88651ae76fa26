import assert from 'node:assert/strict'
import sinon from 'sinon'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import type { Talk } from '../../support/bot/talk.ts'

describe('a person over the rate limit', () => {
  let bot: RunningBot
  let talk: Talk

  const begin = async (locale: string) => {
    talk = await bot.talk({ locale })
    for (let sent = 0; sent < 4; sent += 1) await talk.say('language')
  }
  beforeEach(async () => {
    bot = await startBot({ personality: 'teams', messagesPerMinute: 12, isUnknown: true })
  })
  afterEach(async () => {
    sinon.restore()
    await bot.stop()
  })

  const counted = async () => {
    const response = await fetch(bot.url.replace('/api/messages', '/metrics'))
    return /activities_passed_over_total (\d+)/.exec(await response.text())?.[1]
  }

  for (const [locale, words] of [
    ['en-US', 'That was a lot at once. I’ll continue in a minute.'],
    ['fr-FR', 'Beaucoup de messages à la fois. Je reprends dans une minute.'],
  ] as const)
    it(`gets one notice, in ${locale}, and no store is asked`, async () => {
      await begin(locale)
      const open = sinon.spy(bot.store, 'open')
      const before = talk.client.conversation.messages.length
      const posts = []
      for (let sent = 0; sent < 5; sent += 1) posts.push(await talk.client.say('help'))
      assert.equal(await talk.nextText(), words)
      assert.deepEqual(
        posts.map(({ status }) => status),
        [200, 200, 200, 200, 200],
      )
      const another = await bot.talk()
      assert.equal((await another.say('help')).heading, 'What can I do for you?')
      assert.equal(talk.client.conversation.messages.length, before + 1)
      const keys = sinon.match({ person: another.client.scene.person.aadObjectId })
      assert.ok(open.alwaysCalledWith(keys))
      assert.equal(await counted(), '5')
    })

  it('gets another status for what its client reads', async () => {
    await begin('en-US')
    await talk.client.say('help')
    const [last] = talk.client.posts.slice(-1)
    assert.ok(last)
    const { status } = await talk.client.resend({ ...last.activity, id: 'f:1', type: 'invoke', name: 'x' })
    assert.equal(status, 429)
  })

  it('is still heard when the app is removed', async () => {
    await begin('en-US')
    await talk.client.say('help')
    const { conversation } = talk.client
    const open = sinon.spy(bot.store, 'open')
    assert.equal((await talk.client.leave()).status, 200)
    assert.ok(open.calledWith(sinon.match({ conversation: conversation.id })))
  })
})
