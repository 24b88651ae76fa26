import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { keys } from '../../../src/adapters/redis/keys.ts'
import { type BotProcess, startBot } from '../../support/bot/bot-process.ts'
import { Talk } from '../../support/bot/talk.ts'
import { ChatClient } from '../../support/client/chat-client.ts'
import { type FakeConnector, startConnector } from '../../support/connector/fake-connector.ts'
import { needRedis, type RedisServer, startRedis } from '../../support/redis/redis-server.ts'

const name = 'Adalinde Fernspiel'
const contact = {
  name: 'Zacharias Quorn',
  email: 'zacharias.quorn@fabrikam.example',
  country: 'FR',
  phone: '06 98 76 54 32',
  language: 'fr-FR',
}
const sentence = 'our gooseberry strategy is confidential'
/** Text forbidden in the log, in lower case. */
const marks = [
  'adalinde',
  'fernspiel',
  'zacharias',
  'quorn',
  'gooseberry',
  'tr0ub4dor',
  '98765432',
  '98 76 54 32',
  'fabrikam.example',
]

describe('the log of a bot, at its finest level', function () {
  this.timeout(60_000)
  let server: RedisServer
  let connector: FakeConnector
  let bot: BotProcess
  let talk: Talk
  const references: string[] = []

  before(async function () {
    needRedis(this)
    server = await startRedis()
    connector = await startConnector({ personality: 'teams' })
    const env = { LOG_LEVEL: 'trace', REDIS_URL: server.url, NODE_ENV: '' }
    bot = await startBot({ env })
    talk = new Talk(new ChatClient({ connector, botUrl: bot.messagesUrl, name }))
    await talk.begin()
    await recordsContact()
    await meetsRefusals()
    await meetsFaults()
    await bot.stop()
  })
  after(async () => {
    await bot?.stop()
    await connector?.close()
    await server?.stop()
  })

  const recordsContact = async () => {
    await talk.say('assign contact')
    await talk.press('Next', { situation: 'rewards' })
    await talk.press('Next', { choice: 'partner-admin' })
    await talk.press('Next', { ...contact, email: 'zacharias.quorn@' })
    await talk.press('Next', contact)
    await talk.press("Yes, that's right")
    await talk.press('Done')
    await talk.say(sentence)
    await talk.sayFor('password: Tr0ub4dor&3')
  }

  const post = async (fields: object) => {
    const [last] = talk.client.posts.slice(-1)
    const body = JSON.stringify({ ...last?.activity, id: randomUUID(), text: sentence, ...fields })
    const headers = { 'content-type': 'application/json' }
    return (await fetch(bot.messagesUrl, { method: 'POST', headers, body })).status
  }

  /** Requests that are no activity or get no answer, and a channel that refuses answers. */
  const meetsRefusals = async () => {
    assert.equal(await post({ from: { id: 5, name } }), 400)
    assert.equal(await post({ serviceUrl: `https://foreign.example/${sentence}` }), 403)
    const body = { error: { code: 'BadSyntax', message: `${name} said: ${sentence}` } }
    connector.fail('send', { status: 400, body })
    await talk.client.say('help')
    const deadline = performance.now() + 10_000
    while (!bot.stdout.includes('message refused')) {
      assert.ok(performance.now() < deadline)
      await pause(20)
    }
  }

  const brokenFor = async (line: string) => {
    await talk.client.say(line)
    const reply = await talk.client.waitForReply(({ kind }) => kind === 'message')
    const said = reply.card ? reply.card.texts.join(' ') : String(reply.activity.text)
    references.push(/\*\*([0-9a-f]{8})\*\*/.exec(said)?.[1] ?? assert.fail(said))
  }

  /** A log and a person that cannot be read, and a store that is gone. */
  const meetsFaults = async () => {
    const { tenantId = '', person } = talk.client.scene
    const personKey = keys.person(tenantId, person.aadObjectId ?? '')
    await server.ask((redis) =>
      redis.lset(
        keys.log(tenantId),
        0,
        JSON.stringify({ schema: 1, event: { by: { id: 1, name }, event: contact } }),
      ),
    )
    await brokenFor('history')
    await server.ask((redis) => redis.hset(personKey, 'd', JSON.stringify({ schema: 1, name, role: name })))
    await brokenFor('help')
    await server.ask((redis) => redis.hset(personKey, 'd', `{"name":"${name}`))
    await brokenFor('help')
    await server.kill()
    await talk.sayFor(sentence)
  }

  it('is lines of JSON, and tells of each failure', () => {
    const lines = bot.stdout.split('\n').filter((line) => line.startsWith('{'))
    const told = lines.map((line): unknown => JSON.parse(line).msg)
    for (const message of ['a turn broke', 'the store failed in a turn', 'message refused'])
      assert.ok(told.includes(message), `${message} is not among ${told.join(', ')}`)
  })

  it('has no name, no address, no number, no password and no word of what was said', () => {
    const all = `${bot.stdout}${bot.stderr}`.toLowerCase()
    assert.deepEqual(
      marks.filter((mark) => all.includes(mark)),
      [],
    )
  })

  it('has the reference of each error reply in the line that says what happened', () => {
    assert.equal(references.length, 3)
    for (const reference of references) {
      const line = bot.stdout.split('\n').find((each) => each.includes(reference)) ?? assert.fail(reference)
      const { level, err } = JSON.parse(line)
      assert.ok(level >= 50 && err.code === 'corrupt', line)
    }
  })
})
