import assert from 'node:assert/strict'
import sinon from 'sinon'
import { answers } from '../../../dialogs/answers/list.ts'
import { nearestTopic } from '../../../dialogs/understanding/nearest-topic.ts'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import type { Talk } from '../../support/bot/talk.ts'

describe('a question without an answer', () => {
  let bot: RunningBot
  let talk: Talk

  beforeEach(async () => {
    bot = await startBot({ personality: 'teams' })
    talk = await bot.talk()
  })
  afterEach(async () => {
    sinon.restore()
    await bot.stop()
  })

  const metrics = async () => (await fetch(bot.url.replace('/api/messages', '/metrics'))).text()
  const counted = async () =>
    (await metrics()).split('\n').filter((line) => /^rewards_questions_unanswered_total\{/.test(line))
  const unanswered = 'I’m not sure what you mean'

  it('is counted by the nearest topic, without its words, the person and the company', async () => {
    await talk.say('hotel parking zebra')
    await talk.say('hotel parking zebra please')
    const text = await metrics()
    const { person, tenantId = '-' } = talk.client.scene
    assert.deepEqual(await counted(), ['rewards_questions_unanswered_total{topic="nothing-known"} 2'])
    for (const told of ['zebra', tenantId, person.id, person.aadObjectId ?? '-', person.name ?? '-'])
      assert.ok(!text.includes(told), told)
  })

  it('is counted once however often its turn is tried', async () => {
    sinon.stub(bot.store, 'commit').callThrough().onCall(0).resolves('conflict')
    assert.equal((await talk.say('hotel parking zebra')).heading, unanswered)
    assert.deepEqual(await counted(), ['rewards_questions_unanswered_total{topic="nothing-known"} 1'])
  })

  it('is none when it has an answer, names a command or is a password', async () => {
    await talk.say('help')
    await talk.say('who is our marketing contact?')
    await talk.sayFor('my password is Hunter2hunter2!')
    assert.deepEqual(await counted(), [])
  })
})

describe('the nearest topic', () => {
  const near = (id: string, chance = 0.1) => nearestTopic([{ id, chance, confident: false, likely: false }])

  it('is the guide, the page or the company', () => {
    assert.deepEqual(
      ['assign-contact', 'my-rewards', 'company.contact'].map((id) => near(id)),
      ['assign-contact', 'my-rewards', 'company'],
    )
  })

  it('is the topic of an answer, not the answer', () => {
    for (const { id, topic } of answers) assert.equal(near(`answers.${id}`), `answers.${topic}`)
    assert.equal(near('answers.merge-accounts'), 'answers.undoing')
  })

  it('is nothing known where the candidates are only there for want of others', () => {
    assert.equal(near('help', 0), 'nothing-known')
    assert.equal(nearestTopic([]), 'nothing-known')
  })
})
