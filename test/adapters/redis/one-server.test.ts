import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import type { Redis } from 'ioredis'
import { keys } from '../../../src/adapters/redis/keys.ts'
import { lifetime } from '../../../src/core/time/lifetime.ts'
import type { Store } from '../../../src/store/ports.ts'
import { needRedis, type RedisServer, startRedis } from '../../support/redis/redis-server.ts'
import {
  change,
  collect,
  company,
  conversation,
  delivery,
  logged,
  nothing,
  person,
  place,
  roster,
  start,
  turnKeys,
  write,
} from '../contract/subject.ts'
import { openAt } from './place.ts'

describe('the store on one Redis', () => {
  let server: RedisServer
  let store: Store

  before(async function () {
    needRedis(this)
    server = await startRedis('--appendonly', 'yes', '--appendfsync', 'always')
  })
  after(() => server?.stop())

  beforeEach(async () => {
    await server.ask((redis) => redis.flushall())
    store = await openAt(server.url, () => start)
  })
  afterEach(() => store.close())

  const everything = (keysOfTurn = turnKeys()) =>
    change({
      keys: keysOfTurn,
      write: { company: company(), person: person(), conversation: conversation(), roster: roster('p1') },
      events: [logged('a')],
      outbox: [delivery('1')],
    })
  const ask = <T>(question: (redis: Redis) => Promise<T>) => server.ask(question)
  const timeToLive = (key: string) => ask((redis) => redis.pttl(key))

  /** A commit in trouble, then what is left of it. */
  const leavesNoTrace = async (trouble: RegExp) => {
    const turn = turnKeys()
    await assert.rejects(store.commit(everything(turn)), (error: Error) => {
      assert.match(error.message, trouble)
      assert.doesNotMatch(error.message, /Ada/)
      return true
    })
    assert.deepEqual(
      await ask((redis) => redis.exists(keys.company('t1'), keys.handled(turn), keys.person('t1', 'p1'))),
      0,
    )
  }

  it('writes nothing of a commit when the log has become something else', async () => {
    await ask((redis) => redis.set(keys.log('t1'), 'x'))
    await leavesNoTrace(/WRONGTYPE/)
  })

  it('writes nothing of a commit when the outbox has become something else', async () => {
    await ask((redis) => redis.set(keys.outbox(place()), 'x'))
    await leavesNoTrace(/WRONGTYPE/)
  })

  it('writes nothing of a commit when Redis has no memory left', async () => {
    await ask((redis) => redis.config('SET', 'maxmemory', '1'))
    try {
      await leavesNoTrace(/OOM/)
    } finally {
      await ask((redis) => redis.config('SET', 'maxmemory', '0'))
    }
  })

  it('keeps people’s data out of its errors, however deep one looks', async () => {
    await ask((redis) => redis.set(keys.log('t1'), 'x'))
    const error = await store.commit(everything()).catch((caught: unknown) => caught)
    const seen = inspect(error, { depth: 9 })
    assert.match(seen, /WRONGTYPE/)
    assert.doesNotMatch(seen, /Ada/)
  })

  it('sends its scripts again when Redis has forgotten them', async () => {
    await write(store)
    await ask((redis) => redis.script('FLUSH'))
    assert.equal((await store.open(await write(store))).handled, true)
  })

  it('lets Redis remove in time what expires, and nothing else', async () => {
    const turn = turnKeys()
    await store.commit(everything(turn))
    await store.acknowledge(place(), [{ delivery: '1', activityId: 'x' }])
    const expiring = await Promise.all(
      [keys.handled(turn), keys.conversation('t1', 'c1'), keys.delivered(place())].map(timeToLive),
    )
    const expected = [lifetime.handled, lifetime.conversation, lifetime.delivered]
    for (const [index, left] of expiring.entries())
      assert.ok(Math.abs(left - (expected[index] ?? 0)) < 60_000)
    const staying = [keys.company('t1'), keys.person('t1', 'p1'), keys.log('t1')]
    assert.deepEqual(await Promise.all(staying.map(timeToLive)), [-1, -1, -1])
  })

  it('keeps nothing of a message that was sent but the channel’s id of it', async () => {
    await store.commit(everything())
    await store.open(turnKeys(), [{ delivery: '1' }])
    assert.equal(await ask((redis) => redis.exists(keys.outbox(place()), keys.unsent())), 0)
  })

  it('remembers the channel’s ids of the latest twenty messages', async () => {
    const receipts = Array.from({ length: 25 }, (_, index) => ({ delivery: `${index}`, activityId: 'x' }))
    const { delivered } = await store.open(turnKeys(), receipts)
    assert.deepEqual(
      [...delivered.keys()],
      receipts.slice(5).map((receipt) => receipt.delivery),
    )
  })

  it('puts the id of the company in braces into every key', async () => {
    await store.commit(everything())
    await store.acknowledge(place(), [{ delivery: '0', activityId: 'x' }])
    const all = await ask((redis) => redis.keys('*'))
    assert.equal(all.length, 9)
    assert.deepEqual(
      all.filter((key) => !key.startsWith('rewards:{t1}:')),
      [keys.unsent()],
    )
  })

  it('names a version that it cannot read', async () => {
    const turn = await write(store, { write: { company: company() } })
    await ask((redis) => redis.hset(keys.company('t1'), 'v', 'x'))
    await assert.rejects(store.open(turn), {
      code: 'corrupt',
      message: /company of t1 has no readable version/,
    })
  })

  it('leaves out a message that it cannot read only until the others are out', async () => {
    await write(store, { outbox: [delivery('1')] })
    await ask((redis) => redis.hset(keys.outbox(place()), '1', '1 {'))
    const later = await openAt(server.url, () => start + 1)
    await write(later, { keys: turnKeys({ conversation: 'c2' }), outbox: [delivery('2', 'c2')] })
    await later.close()
    const patient = await openAt(server.url, () => start + 100_000)
    await assert.rejects(collect(patient.undelivered()), { code: 'corrupt' })
    const again = await openAt(server.url, () => start + 200_000)
    const reading = again.undelivered()[Symbol.asyncIterator]()
    assert.equal((await reading.next()).value?.id, '2')
    await Promise.all([patient.close(), again.close()])
  })

  it('keeps to one slot at a time where shards stand behind one address', async () => {
    const sharded = await openAt(`${server.url}?sharded=true`, () => start + 100_000)
    const early = await openAt(`${server.url}?sharded=true`, () => start)
    await write(early, { outbox: [delivery('1')] })
    assert.equal(await ask((redis) => redis.exists(keys.unsent())), 0)
    assert.deepEqual(
      (await collect(sharded.undelivered())).map(({ id }) => id),
      ['1'],
    )
    await Promise.all([sharded.close(), early.close()])
  })

  it('has kept what it confirmed when Redis is killed and started again, and goes on', async () => {
    const turn = turnKeys()
    await store.commit(everything(turn))
    await server.kill()
    await server.start()
    assert.equal((await store.open(turn)).handled, true)
    assert.equal((await collect(store.events('t1'))).length, 1)
  })

  it('bridges a Redis that is away for a moment', async () => {
    await server.kill()
    const opening = store.open(turnKeys())
    await server.start()
    assert.deepEqual(await opening, nothing)
  })

  it('says by its own clock how long messages are cared for', async () => {
    const own = await openAt(server.url, () => start, { leaseClock: undefined })
    await write(own, { outbox: [delivery('1')] })
    const [, until] = await ask((redis) => redis.zrange(keys.unsent(), '0', '0', 'WITHSCORES'))
    const [seconds] = await ask((redis) => redis.time())
    assert.ok(Math.abs(Number(until) - Number(seconds) * 1000 - 15_000) < 3_000)
    assert.deepEqual(await collect(own.undelivered()), [])
    await own.close()
  })
})
