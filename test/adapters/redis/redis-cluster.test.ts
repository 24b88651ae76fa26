import { type RedisCluster, startCluster } from '../../support/redis-cluster.ts'
import { needRedis } from '../../support/redis-server.ts'
import { describeStore } from '../store-contract.ts'
import { makeRedisPlace } from './place.ts'

describe('on three masters', () => {
  let cluster: RedisCluster

  before(async function () {
    this.timeout(30_000)
    needRedis(this)
    cluster = await startCluster()
  })
  after(() => cluster?.stop())

  describeStore('a Redis Cluster', () => makeRedisPlace(cluster.url, cluster.servers))
})
