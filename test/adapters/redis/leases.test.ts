import assert from 'node:assert/strict'
import { leaseMs, type Store } from '../../../src/store/ports.ts'
import { needRedis, type RedisServer, startRedis } from '../../support/redis/redis-server.ts'
import { delivery, place, turnKeys, write } from '../contract/subject.ts'
import { openAt } from './place.ts'

describe('messages that a process left when it died', () => {
  let server: RedisServer
  let survivor: Store
  let now = 0

  before(async function () {
    needRedis(this)
    server = await startRedis()
  })
  after(() => server?.stop())
  beforeEach(async () => {
    await server.ask((redis) => redis.flushall())
    survivor = await openAt(server.url, () => now)
    const victim = await openAt(server.url, () => now)
    await write(victim, { outbox: [delivery('lost')] })
    await victim.close()
  })
  afterEach(() => survivor.close())

  /** A person who goes on writing, every five seconds, and another process that answers. */
  async function goesOn(until: number): Promise<string[]> {
    for (const turn = { number: 0 }; now < until; turn.number += 1) {
      now += 5_000
      const { abandoned } = await survivor.open(turnKeys())
      if (abandoned.length > 0) return abandoned.map(({ id }) => id)
      await write(survivor, { outbox: [delivery(`answer ${turn.number}`)] })
      await survivor.lease([{ ...place('c1'), messages: turn.number + 1 }])
    }
    return []
  }

  it('are taken over although another continues the conversation and has not reported its own yet', async () => {
    assert.deepEqual(await goesOn(now + 2 * leaseMs), ['lost', 'answer 0', 'answer 1'])
  })

  it('are left to another that sends some, when one ends in order who does not know them all', async () => {
    now += leaseMs
    await survivor.open(turnKeys())
    await write(survivor, { outbox: [delivery('answer')] })
    await survivor.release([{ ...place('c1'), messages: 1 }])
    assert.deepEqual((await survivor.open(turnKeys())).abandoned, [])
  })

  it('are left alone while they are held by one who knows them all', async () => {
    now += leaseMs - 1
    await survivor.lease([{ ...place('c1'), messages: 1 }])
    now += leaseMs - 1
    assert.deepEqual((await survivor.open(turnKeys())).abandoned, [])
  })
})
