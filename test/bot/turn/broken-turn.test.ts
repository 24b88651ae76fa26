import assert from 'node:assert/strict'
import sinon from 'sinon'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'

describe('a turn that breaks', () => {
  let bot: RunningBot

  beforeEach(async () => {
    bot = await startBot()
  })
  afterEach(async () => {
    sinon.restore()
    await bot.stop()
  })

  it('tells the person so, with a reference, and lets them continue', async () => {
    const talk = await bot.talk()
    sinon.stub(bot.store, 'events').throws(new Error('a bug'))
    const card = await talk.say('history')
    assert.equal(card.heading, 'Something went wrong')
    assert.match(card.texts.join(), /reference: \*\*\w{8}\*\*/)
    assert.equal((await talk.say('help')).heading, 'What can I do for you?')
  })
})
