import { needRedis, type RedisServer, startRedis } from '../../support/redis-server.ts'
import { describeStore } from '../store-contract.ts'
import { makeRedisPlace } from './place.ts'

describe('on one server', () => {
  let server: RedisServer

  before(async function () {
    needRedis(this)
    server = await startRedis()
  })
  after(() => server?.stop())

  describeStore('Redis', () => makeRedisPlace(server.url, [server]))
})
