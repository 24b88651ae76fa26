import assert from 'node:assert/strict'
import { type BotProcess, startBot } from '../../support/bot/bot-process.ts'
import { ChatClient } from '../../support/client/chat-client.ts'
import { type FakeConnector, startConnector } from '../../support/connector/fake-connector.ts'
import { needRedis, type RedisServer, startRedis } from '../../support/redis/redis-server.ts'

const help = /"text":"What can I do for you\?"/

describe('a bot that dies each time right after it has sent', function () {
  this.timeout(180_000)
  let connector: FakeConnector
  let bot: BotProcess | undefined
  let redis: RedisServer | undefined

  beforeEach(async () => {
    connector = await startConnector({ personality: 'teams' })
  })
  afterEach(async () => {
    await bot?.kill9()
    await redis?.stop()
    await connector.close()
  })

  const sends = () => connector.requests.filter(({ rawBody }) => help.test(rawBody)).length

  /** Kills it at every attempt to send the card; the channel has taken it each time. */
  const dieOver = async (env: Record<string, string>, letGo: () => Promise<unknown>) => {
    const started = await startBot({ env: { LOG_LEVEL: 'silent', ...env }, timeoutMs: 60_000 })
    bot = started
    const person = new ChatClient({ connector, botUrl: started.messagesUrl, patienceMs: 20_000 })
    await person.join()
    await person.waitForReply(({ card }) => card !== undefined)
    connector.on('request', (request) => {
      if (help.test(request.rawBody)) void started.kill9()
    })
    const before = connector.requests.length
    await Promise.all([connector.waitForRequest(help, 20_000), person.say('help')])
    await started.kill9()
    await letGo()
    // A process that dies may never say that it listens.
    const again = started.start().catch(() => undefined)
    await connector.waitForRequest(help, 60_000, before + 1)
    await Promise.all([again, started.kill9()])
    await letGo()
    await started.start()
    return person
  }

  const saysSo = async (person: ChatClient) => {
    await person.say('my rewards')
    const reply = await person.waitForReply(({ card, kind }) => kind === 'message' && card === undefined)
    assert.match(String(reply.activity.text), /may not have reached you/)
    assert.equal(sends(), 2)
  }

  it('shows the same card twice at most, and says at the next answer that one may be missing', async () => {
    await saysSo(await dieOver({}, async () => undefined))
  })

  it('does so on Redis, too', async function () {
    needRedis(this)
    const server = await startRedis()
    redis = server
    /** Its hold has run out. */
    const letGo = () =>
      server.ask(async (client) => {
        for (const outbox of await client.zrange('rewards:unsent', 0, '-1'))
          await client.zadd('rewards:unsent', '0', outbox)
      })
    await saysSo(await dieOver({ REDIS_URL: server.url }, letGo))
  })
})
