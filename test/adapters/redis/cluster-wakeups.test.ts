import assert from 'node:assert/strict'
import { slotOf, slots, wakeupQueue } from '../../../src/adapters/redis/keys.ts'
import type { RedisKept } from '../../../src/adapters/redis/redis-store.ts'
import { type RedisCluster, startCluster } from '../../support/redis/redis-cluster.ts'
import { needRedis } from '../../support/redis/redis-server.ts'
import { Visits } from '../visits.ts'
import { closeKept, openWakeupsAt } from './wakeups-place.ts'

describe('wake-ups in a cluster', function () {
  this.timeout(60_000)
  let cluster: RedisCluster
  let kept: RedisKept

  before(async function () {
    needRedis(this)
    cluster = await startCluster('--appendonly', 'yes', '--appendfsync', 'always')
    kept = await openWakeupsAt(cluster.url, Date.now)
  })
  after(async () => {
    if (kept) await closeKept(kept)
    await cluster?.stop()
  })

  it('go on when the master that has them was away for a while', async () => {
    const visits = new Visits()
    await kept.wakeups.start(visits.handle)
    await kept.wakeups.schedule('before', Date.now())
    await visits.until(() => visits.came.length === 1)
    const slot = slotOf(wakeupQueue.name.slice(1, -1))
    const master = cluster.servers[Math.floor((slot * cluster.servers.length) / slots)]
    assert.ok(master)
    const meanwhile = await kept.wakeups.schedule('meanwhile', Date.now() + 500)
    await master.kill()
    await assert.rejects(kept.wakeups.schedule('never', 0), { name: 'StoreError', code: 'unavailable' })
    await master.start()
    await visits.until(() => visits.came.length === 2)
    assert.deepEqual(visits.came[1], meanwhile)
  })
})
