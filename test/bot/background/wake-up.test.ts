import assert from 'node:assert/strict'
import { once } from 'node:events'
import sinon, { type SinonFakeTimers } from 'sinon'
import { listed } from '../../core/example.ts'
import { type RunningBot, startBot } from '../../support/bot/running-bot.ts'
import type { Talk } from '../../support/bot/talk.ts'
import { activated, assigned, live, told } from '../../support/past/company-past.ts'
import { needRedis, type RedisServer, startRedis } from '../../support/redis/redis-server.ts'

const minute = 60_000
const day = 1440 * minute
/** A Monday, noon. */
const monday = Date.UTC(2026, 10, 23, 12)

describe('a bot that comes back, with LMDB', () => comesBack(() => undefined))

describe('a bot that comes back, with Redis', () => {
  let server: RedisServer

  before(async function () {
    needRedis(this)
    server = await startRedis()
  })
  after(() => server?.stop())
  beforeEach(() => server.ask((redis) => redis.flushall()))

  comesBack(() => server.url)
})

const asked = 'Has the Rewards team been in touch about Listing optimization?'

function comesBack(redisUrl: () => string | undefined): void {
  let time: SinonFakeTimers
  let bot: RunningBot
  let ada: Talk
  let ben: Talk

  beforeEach(async () => {
    time = sinon.useFakeTimers({ now: monday, toFake: ['Date'] })
    const url = redisUrl()
    bot = await startBot({ personality: 'teams', ...(url && { redisUrl: url }) })
    ada = await bot.talk({ name: 'Ada' })
    ben = await bot.talk({ name: 'Ben', locale: 'fr-FR', timeZone: 'America/New_York' })
    await live(
      bot.store,
      [
        [0, told(listed('list'))],
        [0, assigned],
        [0, activated('listing-optimization')],
      ],
      tenant(),
    )
    await ada.say('follow the company')
  })
  afterEach(async () => {
    time.restore()
    await bot.stop()
  })

  const tenant = () => ada.client.scene.tenantId ?? ''

  /** The bot is started again, because a worker that sleeps until some instant does not see the clock leap. */
  const leapTo = async (instant: number) => {
    await bot.restart(() => time.setSystemTime(instant))
  }
  const nine = (days: number) => monday - 180 * minute + days * day
  const updates = async () =>
    (await bot.log(tenant())).flatMap(({ event }) => (event.type === 'BenefitUpdated' ? [event.state] : []))

  it('asks at nine on the day, not a minute before, and once', async () => {
    await leapTo(nine(7) - minute)
    assert.equal((await ada.say('help')).heading, 'What can I do for you?')
    await leapTo(nine(7))
    assert.equal((await ada.nextCard()).heading, asked)
    await leapTo(nine(7) + 60 * minute)
    assert.equal((await ada.say('help')).heading, 'What can I do for you?')
  })

  it('asks each who follows, at their own nine and in their language, and closes the card of both for one answer', async () => {
    await ben.say("suivre l'entreprise")
    await leapTo(nine(7))
    assert.equal((await ada.nextCard()).heading, asked)
    await leapTo(nine(7) + 5 * 60 * minute)
    assert.match((await ben.nextCard()).heading ?? '', /Optimisation/)
    await ada.press('Yes')
    const closed = await ben.client.waitForReply(({ kind }) => kind === 'update')
    assert.deepEqual(closed.card?.actions, [])
    assert.deepEqual(await updates(), ['contacted'])
  })

  it('closes the card of the other even when it is woken before the answer is kept', async () => {
    await ben.say("suivre l'entreprise")
    await leapTo(nine(7) + 5 * 60 * minute)
    await Promise.all([ada.nextCard(), ben.nextCard()])
    const commit = sinon.stub(bot.store, 'commit')
    const others = new Promise<void>((resolve) => {
      commit.callsFake(async (change) => {
        // Only the answer waits until another person has written.
        if (change.events.length > 0) await others
        const outcome = await commit.wrappedMethod.call(bot.store, change)
        if (change.events.length === 0) resolve()
        return outcome
      })
    })
    await ada.press('Yes')
    await ben.client.waitForReply(({ kind }) => kind === 'update')
    assert.deepEqual(await updates(), ['contacted'])
  })

  it('asks again in the morning after "tomorrow"', async () => {
    await leapTo(nine(7))
    await ada.nextCard()
    await ada.press('Remind me tomorrow')
    await leapTo(nine(8))
    assert.equal((await ada.nextCard()).heading, asked)
  })

  it('asks no more once there was an answer', async () => {
    await leapTo(nine(7))
    await ada.nextCard()
    await ada.press('Yes')
    await leapTo(nine(14))
    assert.equal((await ada.say('help')).heading, 'What can I do for you?')
  })

  it('asks no one who removed the app, and continues when they return', async () => {
    await ada.client.leave()
    await leapTo(nine(7))
    await leapTo(nine(10))
    assert.equal((await ada.say('help')).heading, 'What can I do for you?')
    assert.match((await ada.nextCard()).heading ?? '', /Listing optimization/)
  })

  it('comes later to who is not found for once', async () => {
    bot.connector.fail('send', { status: 404, body: { error: { code: 'ConversationNotFound' } } })
    const refused = once(bot.connector, 'request')
    await leapTo(nine(7))
    await refused
    await leapTo(nine(7) + 60 * minute)
    assert.equal((await ada.nextCard()).heading, asked)
    await ada.press('Remind me tomorrow')
    await leapTo(nine(8))
    assert.equal((await ada.nextCard()).heading, asked)
  })

  it('writes no more to who is not found for a day, until they write', async () => {
    const { requests } = bot.connector
    const asks = () => requests.filter(({ rawBody }) => rawBody.includes(asked)).length
    bot.connector.fail('send', { status: 404 }, Number.POSITIVE_INFINITY)
    for (const [instant, times] of [
      [nine(7), 1],
      [nine(7) + 1439 * minute, 2],
      [nine(8), 3],
    ] as const) {
      const refused = once(bot.connector, 'request')
      await leapTo(instant)
      await refused
      assert.equal(asks(), times)
    }
    bot.connector.recover()
    await leapTo(nine(14))
    assert.equal((await ada.say('help')).heading, 'What can I do for you?')
    assert.equal(asks(), 3)
    await leapTo(nine(15))
    assert.match((await ada.nextCard()).heading ?? '', /Listing optimization/)
  })

  it('writes no more to who the channel says is gone', async () => {
    bot.connector.fail('send', { status: 403, body: { error: { code: 'ConversationBlockedByUser' } } }, 1)
    const refused = once(bot.connector, 'request')
    await leapTo(nine(7))
    await refused
    await leapTo(nine(10))
    assert.equal((await ada.say('help')).heading, 'What can I do for you?')
  })
}
