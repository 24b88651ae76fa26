import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { openRedis } from '../../../src/adapters/redis/redis-store.ts'
import { redisUrlSchema } from '../../../src/config/redis-url.ts'
import { createLog } from '../../../src/process/log.ts'
import type { Store } from '../../../src/store/ports.ts'
import { needRedis, type RedisServer, startRedis, startSentinel } from '../../support/redis/redis-server.ts'
import { company, start, write } from '../contract/subject.ts'
import { Visits } from '../visits.ts'

describe('a master behind sentinels', function () {
  this.timeout(30_000)
  let master: RedisServer
  let replica: RedisServer
  let sentinel: RedisServer
  let store: Store | undefined

  before(async function () {
    needRedis(this)
    master = await startRedis()
    replica = await startRedis('--replicaof', `127.0.0.1 ${master.port}`)
    sentinel = await startSentinel('mymaster', master.port)
  })
  after(async () => {
    await store?.close()
    await Promise.all([sentinel, replica, master].map((server) => server?.stop()))
  })

  /** The sentinel learns of the replica from the master, some time. */
  const known = async () => {
    for (;;) {
      const masters = JSON.stringify(
        await sentinel.ask((redis) => redis.call('SENTINEL', 'REPLICAS', 'mymaster')),
      )
      if (masters.includes(String(replica.port)) && masters.includes('"master-link-status","ok"')) return
      await pause(50)
    }
  }

  it('serves and wakes, and after its death its successor does', async () => {
    const location = redisUrlSchema.parse(`redis+sentinel://127.0.0.1:${sentinel.port}/mymaster`)
    const kept = await openRedis(location, { clock: () => start, log: createLog('silent') })
    store = kept.store
    const visits = new Visits()
    await kept.wakeups.start(visits.handle)
    const turn = await write(store, { write: { company: company() } })
    await known()
    await master.ask((redis) => redis.wait(1, 1000))
    await master.kill()
    const patience = performance.now() + 20_000
    while (
      !(await store.check().then(
        () => true,
        () => false,
      ))
    )
      assert.ok(performance.now() < patience)
    assert.equal((await store.open(turn)).company.version, 1)
    await kept.wakeups.schedule('t1', start)
    await visits.until(() => visits.came.length === 1)
    await kept.wakeups.close()
  })
})
