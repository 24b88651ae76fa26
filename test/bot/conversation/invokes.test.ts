import assert from 'node:assert/strict'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import type { Talk } from '../../support/bot/talk.ts'

/** Invokes that Teams can send; none is in the manifest or on a card. */
const names = [
  'adaptiveCard/action',
  'application/search',
  'task/fetch',
  'task/submit',
  'fileConsent/invoke',
  'actionableMessage/executeAction',
  'composeExtension/query',
  'composeExtension/queryLink',
  'composeExtension/anonymousQueryLink',
  'composeExtension/selectItem',
  'composeExtension/submitAction',
  'composeExtension/fetchTask',
  'composeExtension/querySettingUrl',
  'composeExtension/setting',
  'composeExtension/onCardButtonClicked',
  'message/submitAction',
  'message/fetchTask',
  'signin/verifyState',
  'signin/tokenExchange',
  'signin/failure',
  'tab/fetch',
  'tab/submit',
  'config/fetch',
  'config/submit',
  'handoff/action',
  'no/such/thing',
]

describe('an invoke', () => {
  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot({ personality: 'teams' })
    talk = await bot.talk()
  })
  afterEach(() => bot.stop())

  /** The same person's next activity, as Teams would post it. */
  const post = async (fields: object) => {
    const [last] = talk.client.posts.slice(-1)
    const activity = { ...last?.activity, id: 'f:1', type: 'invoke', ...fields }
    const response = await fetch(bot.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify(activity),
    })
    return { status: response.status, body: await response.text() }
  }

  it('is answered at once that the bot does not know it, by all names, and does nothing', async () => {
    const requests = bot.connector.requests.length
    for (const name of names)
      assert.deepEqual(await post({ name, value: { action: { type: 'Action.Execute', verb: 'x' } } }), {
        status: 501,
        body: '',
      })
    assert.equal(bot.connector.requests.length, requests)
    assert.equal((await talk.say('help')).heading, 'What can I do for you?')
  })

  it('never breaks anything, whatever it is called and holds', async () => {
    for (const name of [undefined, null, 5, {}, [], '', '__proto__', 'x'.repeat(200_000)])
      for (const value of [undefined, null, 5, 'x', [], { action: null }, { data: { msteams: 5 } }])
        assert.equal((await post({ name, value })).status, 501)
  })
})
