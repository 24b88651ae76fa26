import assert from 'node:assert/strict'
import { GuidedPerson } from '../../guides/guided-person.ts'
import { livePast } from '../../guides/past.ts'
import { type Script, scriptsIn } from '../../guides/scripts.ts'
import { type FakeConnector, startConnector } from '../../support/connector/fake-connector.ts'
import { needRedis, type RedisServer, startRedis } from '../../support/redis/redis-server.ts'
import { type Watch, watchCommands } from './commands.ts'
import { type RedisBot, startRedisBot } from './redis-bot.ts'

const isScript = (command: string) => command === 'eval' || command === 'evalsha'
/** The queue's own workers ask it for work all the time. */
const isScheduling = (command: string) => command === 'queue evalsha' || command === 'queue eval'
const isOfTurn = (command: string) => !command.startsWith('queue')

describe('what a turn costs in Redis', () => {
  let server: RedisServer
  let connector: FakeConnector
  let bot: RedisBot
  let watch: Watch

  before(async function () {
    needRedis(this)
    server = await startRedis()
    connector = await startConnector({ personality: 'emulator' })
    bot = await startRedisBot(server.url)
    watch = await watchCommands(server.port)
  })
  after(async () => {
    watch?.end()
    await bot?.stop()
    await connector?.close()
    await server?.stop()
  })

  /** Turn by turn, the commands that reached Redis between the click and the card. */
  const costsOf = async (script: Script): Promise<string[][]> => {
    const person = new GuidedPerson(connector, bot.url, script)
    await server.ask((redis) => redis.flushall())
    await livePast(bot.store, script)
    await person.arrives()
    await watch.take(person.client.conversation.id)
    const costs: string[][] = []
    for (const step of script.steps) {
      await person.does(step)
      await person.sees(step)
      costs.push(await watch.take(person.client.conversation.id))
    }
    return costs
  }

  /** The other company is read and changed, too. */
  const joins = (script: Script, index: number) => script.elsewhere && index === script.steps.length - 1

  for (const script of scriptsIn('en')) {
    it(`is one reading and one commit, and nothing else: ${script.guide}`, async () => {
      const turns = (await costsOf(script)).map((commands) => commands.filter(isOfTurn))
      assert.deepEqual(
        turns.map((commands) => [commands.filter(isScript).length, commands.filter((one) => !isScript(one))]),
        script.steps.map((_, index) => [joins(script, index) ? 4 : 2, []]),
      )
    })
  }

  it('is one command more, before the commit, where the turn brings an earlier date', async () => {
    const [script] = scriptsIn('en')
    assert.ok(script)
    const scheduling = (await costsOf(script)).map((commands) => commands.filter(isScheduling).length)
    assert.deepEqual(
      scheduling.filter((times) => times > 0),
      [1],
    )
  })
})
