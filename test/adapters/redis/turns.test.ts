import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Bot, type BotServices, createBot } from '../../../bot/index.ts'
import { loadCards } from '../../../cards/render-template.ts'
import { createRender } from '../../../dialogs/engine/render.ts'
import { createUnderstanding } from '../../../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../../../dialogs/understanding/vocabulary.ts'
import { loadTranslations } from '../../../locales/index.ts'
import { createEmbeddedLimits } from '../../../src/adapters/embedded/limits.ts'
import { noDirectory } from '../../../src/adapters/unconnected/directory.ts'
import { createLog } from '../../../src/process/log.ts'
import { createMetrics } from '../../../src/process/metrics.ts'
import { loadPrograms } from '../../../src/programs/index.ts'
import { leaseMs, type Store } from '../../../src/store/ports.ts'
import { zones } from '../../../src/time/time-zones.ts'
import { Talk } from '../../support/bot/talk.ts'
import { ChatClient } from '../../support/client/chat-client.ts'
import { type FakeConnector, startConnector } from '../../support/connector/fake-connector.ts'
import { needRedis, type RedisServer, startRedis } from '../../support/redis/redis-server.ts'
import { collect, start } from '../contract/subject.ts'
import { openAllAt } from './place.ts'
import { type RedisBot, startRedisBot } from './redis-bot.ts'

describe('bots that share Redis', () => {
  let server: RedisServer
  let connector: FakeConnector
  let bots: RedisBot[]
  let talk: Talk

  before(async function () {
    needRedis(this)
    server = await startRedis()
  })
  after(() => server?.stop())

  beforeEach(async () => {
    await server.ask((redis) => redis.flushall())
    connector = await startConnector({ personality: 'emulator' })
    bots = await Promise.all([startRedisBot(server.url), startRedisBot(server.url)])
    talk = new Talk(new ChatClient({ connector, botUrl: bots[0]?.url ?? '' }))
    await talk.begin()
  })
  afterEach(async () => {
    server.signal('SIGCONT')
    await Promise.all(bots.map((bot) => bot.stop()))
    await connector.close()
  })

  /** Posts the last activity again, with these changes, to a bot; resolves to the HTTP status. */
  const post = async (bot: RedisBot | undefined, change: object) => {
    const body = JSON.stringify({ ...talk.client.posts.at(-1)?.activity, ...change })
    const headers = { 'content-type': 'application/json' }
    return (await fetch(bot?.url ?? '', { method: 'POST', headers, body })).status
  }
  const sends = () => connector.requests.filter(({ method }) => method === 'POST')
  const summaries = () =>
    talk.client.conversation.messages.map(({ stored }) => String(stored.summary ?? stored.text ?? ''))

  it('go on with each other’s conversations', async () => {
    await talk.press('Marketing contact')
    await post(bots[1], { id: randomUUID(), type: 'message', text: 'my rewards', value: undefined })
    const { actions } = await talk.nextCard()
    assert.ok(actions.some(({ title }) => title === 'Continue: Marketing contact'))
  })

  it('answer an activity once that is brought to both at once, and again later', async () => {
    await talk.say('help')
    const before = sends().length
    const twin = { id: randomUUID(), text: 'language', type: 'message' }
    const statuses = await Promise.all([post(bots[0], twin), post(bots[1], twin)])
    statuses.push(await post(bots[0], twin), await post(bots[1], twin))
    assert.deepEqual(statuses, [200, 200, 200, 200])
    assert.equal((await talk.nextCard()).heading, 'Language')
    await talk.say('help')
    assert.equal(sends().length, before + 2)
  })

  it('answer thirty messages at once, each of them once', async () => {
    await talk.say('help')
    const before = summaries().length
    const posts = Array.from({ length: 30 }, (_, index) =>
      post(bots[index % 2], {
        id: randomUUID(),
        type: 'message',
        text: index % 3 === 0 ? 'language' : 'help',
      }),
    )
    assert.deepEqual(new Set(await Promise.all(posts)), new Set([200]))
    for (let answers = 0; answers < 30; answers += 1) await talk.nextCard()
    assert.equal(summaries().length, before + 30)
  }).timeout(20_000)

  it('ask people to try again when it hangs, in their language, and are ready again after it', async () => {
    server.signal('SIGSTOP')
    const begin = performance.now()
    const message = { type: 'message', text: 'help' }
    const statuses = await Promise.all([
      post(bots[0], { ...message, id: randomUUID() }),
      post(bots[0], { ...message, id: randomUUID(), locale: 'fr-FR' }),
      // No one waits for an answer to these: the channel must retry them.
      post(bots[0], { type: 'conversationUpdate', text: undefined, id: randomUUID() }),
      bots[0]?.readyStatus(),
    ])
    assert.deepEqual(statuses, [200, 200, 503, 503])
    assert.ok(performance.now() - begin < 3_000)
    assert.deepEqual([await talk.nextText(), await talk.nextText()].sort(), [
      'I can’t reach my records right now. Try again in a moment.',
      'Je n’ai pas accès à mes données pour l’instant. Réessayez dans un moment.',
    ])
    server.signal('SIGCONT')
    const patience = performance.now() + 6_000
    while ((await bots[0]?.readyStatus()) !== 200) assert.ok(performance.now() < patience)
    assert.equal((await talk.say('help')).heading, 'What can I do for you?')
  })
})

describe('replies that a bot committed and could not send', () => {
  let services: Omit<BotServices, 'store' | 'wakeups' | 'storedData' | 'clock'>
  let server: RedisServer
  let connector: FakeConnector
  let now: number
  let bots: (Bot & { store: Store })[]

  before(async function () {
    needRedis(this)
    server = await startRedis()
    services = {
      directory: noDirectory,
      zones,
      programs: loadPrograms(),
      translationsFor: loadTranslations(),
      render: createRender(loadCards()),
      understanding: createUnderstanding(loadVocabularies()),
      wallClock: Date.now,
      newId: randomUUID,
      log: createLog('silent'),
      identity: { kind: 'none' },
      limits: createEmbeddedLimits(),
      metrics: createMetrics(),
      serviceHosts: [],
      messagesPerMinute: 0,
      allowedTenants: [],
      retention: 365 * 86_400_000,
      publicUrl: () => undefined,
    }
  })
  after(() => server?.stop())

  beforeEach(async () => {
    now = start
    bots = []
    await server.ask((redis) => redis.flushall())
    connector = await startConnector({ personality: 'emulator' })
  })
  afterEach(async () => {
    await connector.close()
    await Promise.all(bots.map((bot) => bot.stop()))
    await Promise.all(bots.map(({ store }) => store.close()))
  })

  const makeBot = async () => {
    const { store, wakeups, storedData } = await openAllAt(server.url, () => now)
    const bot = createBot({ ...services, store, wakeups, storedData, clock: () => now })
    let stopped: Promise<void> | undefined
    const stop = () => {
      stopped ??= bot.stop()
      return stopped
    }
    const made = { ...bot, stop, store }
    bots.push(made)
    return made
  }

  const conversation = () => new ChatClient({ connector, botUrl: 'http://127.0.0.1:1' })
  const activity = (client: ChatClient, text: string) => ({
    type: 'message',
    id: randomUUID(),
    channelId: 'emulator',
    serviceUrl: connector.serviceUrl,
    conversation: { id: client.conversation.id },
    from: { id: 'person', name: 'Ada' },
    recipient: { id: 'bot' },
    text,
  })
  const said = (client: ChatClient) =>
    client.conversation.messages.map(({ stored }) => z.string().parse(stored.summary))

  /** A process that commits and dies before it sends. */
  const diesAfter = async (client: ChatClient, ...texts: string[]) => {
    const bot = await makeBot()
    connector.fail('send', 'hang')
    for (const text of texts) await bot.handle(activity(client, text), undefined)
    await connector.waitForRequest(new RegExp(client.conversation.id.slice(0, 8)))
  }

  it('are sent in order by the next process that checks, once their lease ended', async () => {
    const client = conversation()
    await diesAfter(client, 'help', 'language', 'start over')
    connector.recover()
    now += leaseMs
    const heir = await makeBot()
    await heir.start()
    await heir.stop()
    assert.deepEqual(said(client), ['What can I do for you?', 'Language', 'Start over?'])
    assert.deepEqual(await collect(heir.store.undelivered()), [])
  })

  it('are sent before the answer to what the person says next', async () => {
    const client = conversation()
    await diesAfter(client, 'help')
    connector.recover()
    now += leaseMs
    const heir = await makeBot()
    await heir.handle(activity(client, 'language'), undefined)
    await heir.stop()
    assert.deepEqual(said(client), ['What can I do for you?', 'Language'])
  })

  it('are left alone as long as the first process may be sending them', async () => {
    const client = conversation()
    await diesAfter(client, 'help')
    connector.recover()
    now += leaseMs - 1
    const other = await makeBot()
    await other.start()
    await other.stop()
    assert.deepEqual(said(client), [])
  })

  it('are sent by one process of two that look at once', async () => {
    const clients = Array.from({ length: 8 }, conversation)
    for (const client of clients) await diesAfter(client, 'help')
    connector.recover()
    now += leaseMs
    const heirs = await Promise.all([makeBot(), makeBot()])
    await Promise.all(heirs.map((heir) => heir.start()))
    await Promise.all(heirs.map((heir) => heir.stop()))
    assert.deepEqual(
      clients.map(said),
      clients.map(() => ['What can I do for you?']),
    )
  })
})
