import { type RedisCluster, startCluster } from '../support/redis-cluster.ts'
import { needRedis, type RedisServer, startRedis } from '../support/redis-server.ts'
import { describeHoldings } from './holdings-contract.ts'
import { embeddedHoldings, redisHoldings } from './holdings-place.ts'

describeHoldings('the embedded store', embeddedHoldings)

describe('with one Redis', () => {
  let server: RedisServer

  before(async function () {
    needRedis(this)
    server = await startRedis()
  })
  after(() => server?.stop())

  describeHoldings('Redis', () => redisHoldings(server.url, [server]))
})

describe('with three masters', () => {
  let cluster: RedisCluster

  before(async function () {
    this.timeout(30_000)
    needRedis(this)
    cluster = await startCluster()
  })
  after(() => cluster?.stop())

  describeHoldings('a Redis Cluster', () => redisHoldings(cluster.url, cluster.servers))
})
