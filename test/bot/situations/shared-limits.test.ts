import assert from 'node:assert/strict'
import { openRedisLimits } from '../../../src/adapters/redis/limits.ts'
import { redisUrlSchema } from '../../../src/config/redis-url.ts'
import { createLog } from '../../../src/process/log.ts'
import { startConnector } from '../../support/connector/fake-connector.ts'
import { needRedis, type RedisServer, startRedis } from '../../support/redis/redis-server.ts'
import { mostIn } from '../../support/stretch.ts'
import { openBench } from '../delivery/proactive-bench.ts'

describe('two processes that share limits', () => {
  let server: RedisServer

  before(async function () {
    needRedis(this)
    server = await startRedis()
  })
  after(() => server?.stop())

  const openProcess = async (connector: Awaited<ReturnType<typeof startConnector>>) => {
    const options = { clock: Date.now, log: createLog('silent') }
    const rules = [
      { of: 'tenant', most: 12, seconds: 1 },
      { of: 'conversation', most: 5, seconds: 1 },
    ] as const
    const limits = await openRedisLimits(redisUrlSchema.parse(server.url), options, rules)
    return { bench: openBench({ connector, limits }), limits }
  }

  it('send everything once, and together no more than the channel takes', async () => {
    const connector = await startConnector({ personality: 'teams' })
    const processes = [await openProcess(connector), await openProcess(connector)]
    const all = Array.from({ length: 12 }, (_, index) => {
      const chat = `c${index % 4}`
      connector.world.open({ id: chat, kind: 'personal', bot: { id: 'bot' }, people: [{ id: 'ann' }] })
      return { chat, id: `${index}` }
    })
    await Promise.all(
      processes.map(({ bench }, which) =>
        bench.send(
          ...all.filter((_, index) => index % 2 === which).map(({ id, chat }) => bench.reminder(id, chat)),
        ),
      ),
    )
    const texts = connector.requests.map(({ rawBody }) => /"text":"(\w+)"/.exec(rawBody)?.[1])
    assert.deepEqual(
      texts.map(Number).sort((one, other) => one - other),
      all.map(({ id }) => Number(id)),
    )
    const instants = (chat: string) =>
      connector.requests.filter(({ path }) => path.includes(`/${chat}/`)).map(({ at }) => at)
    const byTenant = mostIn(
      1000,
      connector.requests.map(({ at }) => at),
    )
    assert.ok(byTenant <= 12, `${byTenant} of a tenant in a second`)
    for (const { chat } of all) assert.ok(mostIn(1000, instants(chat)) <= 5, `too many in ${chat}`)
    const times = connector.requests.map(({ at }) => at)
    assert.ok(Math.max(...times) - Math.min(...times) > 1900, 'four a second take two seconds')
    for (const { bench, limits } of processes) {
      await bench.close()
      await limits.close()
    }
    await connector.close()
  })
})
