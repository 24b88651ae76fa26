import assert from 'node:assert/strict'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import type { Talk } from '../../support/bot/talk.ts'
import type { Fault } from '../../support/connector/connector-fault.ts'

const forEver = Number.POSITIVE_INFINITY
const help = 'What can I do for you?'

describe('a person whose channel is in trouble', () => {
  let bot: RunningBot
  let ada: Talk

  beforeEach(async () => {
    bot = await startBot({ personality: 'teams' })
    ada = await bot.talk({ name: 'Ada' })
  })
  afterEach(() => bot.stop())

  const updates: readonly Fault[] = [
    ...[404, 412, 500, 503].map((status) => ({ status })),
    { status: 404, body: { error: { code: 'ConversationNotFound' } } },
    'reset',
    'hang',
  ]
  for (const fault of updates)
    it(`gets every card although no update works: ${JSON.stringify(fault)}`, async () => {
      bot.connector.fail('update', fault, forEver)
      await ada.say('associate a tenant')
      await ada.say('cancel')
      assert.equal((await ada.say('help')).heading, help)
      await ada.say('technical help')
      await ada.say('technical')
      assert.equal((await ada.say('help')).heading, help)
    })

  it('gets all other answers although one message never works, after a new start too', async () => {
    bot.connector.fail(/"text":"What can I do for you\?"/, { status: 500 }, forEver)
    await ada.client.say('help')
    assert.match((await ada.say('my rewards')).heading ?? '', /begin/)
    await bot.restart()
    assert.match((await ada.say('my rewards')).heading ?? '', /begin/)
  })

  it('hears at the next answer that one was lost', async () => {
    bot.connector.fail(/"text":"What can I do for you\?"/, { status: 413 })
    const refused = bot.connector.waitForRequest(/What can I do for you\?/)
    await ada.client.say('help')
    await refused
    // The note of it is written before the outbox forgets the message.
    const undelivered = async () => (await bot.store.open({ ...keys(), activity: 'look' })).conversation.value
    for (let tries = 0; tries < 500 && !(await undelivered())?.lost; tries += 1);
    await ada.client.say('help')
    assert.match(await ada.nextText(), /may not have reached you/)
    assert.equal((await ada.nextCard()).heading, help)
  })

  it('gets what a channel could not take for a while, in order and once', async () => {
    bot.connector.fail('send', { status: 503 }, 3)
    await ada.client.say('help')
    await ada.client.say('my rewards')
    assert.equal((await ada.nextCard()).heading, help)
    assert.match((await ada.nextCard()).heading ?? '', /begin/)
  })

  const keys = () => ({
    tenant: ada.client.scene.tenantId ?? '',
    person: 'nobody',
    conversation: ada.client.conversation.id,
  })
})
