import { type RedisCluster, startCluster } from './redis-cluster.ts'
import { needRedis, type RedisServer, startRedis } from './redis-server.ts'

/** A Redis deployment: its address and servers. */
export interface RedisKind {
  readonly url: string
  readonly servers: readonly RedisServer[]
}

/** Tests on one Redis, which is started for all of them. `redis` may be asked once they run. */
export function onOneRedis(tests: (redis: () => RedisKind) => void): void {
  describe('with one Redis', () => {
    let server: RedisServer

    before(async function () {
      needRedis(this)
      server = await startRedis()
    })
    after(() => server?.stop())

    tests(() => ({ url: server.url, servers: [server] }))
  })
}

/** The same on a cluster. */
export function onThreeMasters(tests: (redis: () => RedisKind) => void): void {
  describe('with three masters', () => {
    let cluster: RedisCluster

    before(async function () {
      this.timeout(30_000)
      needRedis(this)
      cluster = await startCluster()
    })
    after(() => cluster?.stop())

    tests(() => cluster)
  })
}
