import assert from 'node:assert/strict'
import { type RedisCluster, startCluster } from '../support/redis-cluster.ts'
import { needRedis, type RedisServer, startRedis } from '../support/redis-server.ts'
import { describeArchive, describeMoving } from './archive-contract.ts'
import { embeddedPlace, redisPlace } from './archive-place.ts'

describeArchive('the embedded store', embeddedPlace)
describeMoving('the embedded store to another', embeddedPlace, embeddedPlace)

describe('with one Redis', () => {
  let server: RedisServer
  const place = () => redisPlace(server.url, [server])

  before(async function () {
    needRedis(this)
    server = await startRedis()
  })
  after(() => server?.stop())

  it('lets Redis itself remove what was moved, when its time is over', async () => {
    const record = { kind: 'handled', tenant: 't1', conversation: 'c1', activity: 'a1' } as const
    const archive = await (await place()).archive(() => 1_000)
    await archive.restore([{ ...record, expires: 61_000 }])
    await archive.close()
    const left = await server.ask(async (redis) => redis.pttl((await redis.keys('*:handled:*'))[0] ?? ''))
    assert.ok(left > 50_000 && left <= 60_000, `${left} ms are left`)
  })

  describeArchive('Redis', place)
  describeMoving('the embedded store to Redis', embeddedPlace, place)
  describeMoving('Redis to the embedded store', place, embeddedPlace)
})

describe('with three masters', () => {
  let cluster: RedisCluster
  const place = () => redisPlace(cluster.url, cluster.servers)

  before(async function () {
    this.timeout(30_000)
    needRedis(this)
    cluster = await startCluster()
  })
  after(() => cluster?.stop())

  describeArchive('a Redis Cluster', place)
  describeMoving('the embedded store to a cluster', embeddedPlace, place)
  describeMoving('a cluster to the embedded store', place, embeddedPlace)
})
