import { type RedisCluster, startCluster } from '../../support/redis-cluster.ts'
import { needRedis, type RedisServer, startRedis } from '../../support/redis-server.ts'
import { describeWakeups } from '../wakeups-contract.ts'
import { makeWakeupsPlace } from './wakeups-place.ts'

describe('on one server', () => {
  let server: RedisServer

  before(async function () {
    needRedis(this)
    server = await startRedis()
  })
  after(() => server?.stop())

  describeWakeups('Redis', () => makeWakeupsPlace(server.url, [server]))
})

describe('on three masters', () => {
  let cluster: RedisCluster

  before(async function () {
    this.timeout(30_000)
    needRedis(this)
    cluster = await startCluster()
  })
  after(() => cluster?.stop())

  describeWakeups('a Redis Cluster', () => makeWakeupsPlace(cluster.url, cluster.servers))
})
