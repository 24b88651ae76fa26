import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { Rule } from '../../../src/adapters/limits/rules.ts'
import { openRedisLimits } from '../../../src/adapters/redis/limits.ts'
import { redisUrlSchema } from '../../../src/config/redis-url.ts'
import { createLog } from '../../../src/process/log.ts'
import { type Limits, StoreError } from '../../../src/store/ports.ts'
import { onThreeMasters } from '../../support/redis/redis-kinds.ts'
import { needRedis, type RedisServer, startRedis } from '../../support/redis/redis-server.ts'
import { describeLimits } from '../limits-contract.ts'

const openAt = (server: { readonly url: string }, rules?: readonly Rule[]) =>
  openRedisLimits(redisUrlSchema.parse(server.url), { clock: () => 0, log: createLog('silent') }, rules)

describe('in Redis', () => {
  let server: RedisServer
  const opened: Limits[] = []

  before(async function () {
    needRedis(this)
    server = await startRedis()
  })
  after(() => server?.stop())

  const open = async (rules?: readonly Rule[]) => {
    const limits = await openAt(server, rules)
    opened.push(limits)
    return limits
  }
  const discard = async () => {
    for (const limits of opened.splice(0)) await limits.close()
  }

  describeLimits('Redis', async () => {
    await server.ask((redis) => redis.flushall())
    return { open, pass: (milliseconds) => pause(milliseconds), discard }
  })

  describe('limits of several processes', () => {
    const chat = (conversation: string) => ({ tenant: 't{1}', conversation })
    beforeEach(() => server.ask((redis) => redis.flushall()))
    afterEach(discard)

    it('are shared', async () => {
      const rules = [{ of: 'tenant', most: 30, seconds: 10 }] as const
      const processes = [await open(rules), await open(rules)]
      const waits = await Promise.all(
        Array.from({ length: 40 }, (_, index) => processes[index % 2]?.take(chat(`c${index}`))),
      )
      assert.equal(waits.filter((wait) => wait === 0).length, 10)
    })

    it('pause together', async () => {
      const [one, other] = [await open(), await open()]
      await one.pause('t{1}', 5000)
      assert.ok((await other.take(chat('c'))) > 3000)
    })

    it('leave nothing behind that stays', async () => {
      const limits = await open()
      await limits.take(chat('an id with spaces'))
      await limits.pause('t{1}', 5000)
      const lives = await server.ask(async (redis) =>
        Promise.all((await redis.keys('*')).map((key) => redis.pttl(key))),
      )
      assert.equal(lives.length, 5)
      assert.ok(lives.every((life) => life > 0 && life <= 3_600_000))
    })
  })
})

describe('limits in a cluster', () =>
  onThreeMasters((redis) => {
    it('hold and pause every company, whichever server has it', async () => {
      const limits = await openAt(redis())
      for (const tenant of ['a', 'b', 'c', 'd{}e', 'f']) {
        const place = { tenant, conversation: 'x' }
        assert.equal(await limits.take(place), 0)
        await limits.pause(tenant, 5000)
        assert.ok((await limits.take(place)) > 3000)
      }
      await limits.close()
    })
  }))

describe('limits in a Redis that does not answer', () => {
  before(function () {
    needRedis(this)
  })

  it('give no place', async () => {
    const server = await startRedis()
    const limits = await openAt(server)
    await server.stop()
    await assert.rejects(limits.take({ tenant: 't', conversation: 'c' }), StoreError)
    await assert.rejects(limits.pause('t', 1000), StoreError)
    await limits.close()
  })
})
