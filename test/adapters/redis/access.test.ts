import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { TokenSource } from '../../../src/adapters/redis/access.ts'
import { openRedis, openRedisStore } from '../../../src/adapters/redis/redis-store.ts'
import { redisUrlSchema } from '../../../src/config/redis-url.ts'
import { createLog } from '../../../src/process/log.ts'
import type { Store } from '../../../src/store/ports.ts'
import { startCluster } from '../../support/redis/redis-cluster.ts'
import { needRedis, type RedisServer, startRedis } from '../../support/redis/redis-server.ts'
import { start, turnKeys, write } from '../contract/subject.ts'
import { Visits } from '../visits.ts'

const user = '00000000-0000-0000-0000-000000000001'

/** Redis that takes tokens for passwords, as Azure's does. */
describe('access with tokens', () => {
  let store: Store | undefined
  let asked: number

  before(function () {
    needRedis(this)
  })
  beforeEach(() => {
    asked = 0
  })
  afterEach(async () => {
    await store?.close()
    store = undefined
  })

  /** The first token lives for a second, the others for an hour. */
  const tokens: TokenSource = async () => {
    asked += 1
    return { token: `token-${asked}`, expires: Date.now() + (asked === 1 ? 1_000 : 3_600_000) }
  }
  const open = async (url: string, source = tokens) => {
    // REDIS_URL requires TLS for tokens; loopback has none.
    const location = { ...redisUrlSchema.parse(url), entra: true, user }
    store = await openRedisStore(location, { clock: () => start, log: createLog('silent'), tokens: source })
    return store
  }
  const grant = (server: RedisServer) =>
    server.ask((redis) => redis.acl('SETUSER', user, 'on', '>token-1', '>token-2', '~*', '+@all'))
  const authentications = (server: RedisServer) =>
    server.ask(async (redis) =>
      Number(/cmdstat_auth:calls=(\d+)/.exec(await redis.info('commandstats'))?.[1] ?? 0),
    )
  const expireFirst = (server: RedisServer) =>
    server.ask(async (redis) => {
      await redis.acl('SETUSER', user, '<token-1')
      await redis.client('KILL', 'USER', user)
    })
  const untilRenewed = async () => {
    for (const patience = performance.now() + 5_000; asked < 2 && performance.now() < patience; )
      await pause(20)
    await pause(100)
  }

  it('is renewed on the connection that there is, and for those to come', async () => {
    const server = await startRedis()
    await grant(server)
    const opened = await open(server.url)
    const before = await authentications(server)
    await untilRenewed()
    assert.equal(await authentications(server), before + 1)
    await expireFirst(server)
    assert.ok(await write(opened))
    await server.stop()
  })

  it('is renewed on all connections to a cluster, and for those to come', async () => {
    const cluster = await startCluster()
    await Promise.all(cluster.servers.map(grant))
    const opened = await open(cluster.url)
    await untilRenewed()
    await Promise.all(cluster.servers.map(expireFirst))
    for (const tenant of ['a', 'b', 'c', 'd', 'e', 'f'])
      assert.ok(await write(opened, { keys: turnKeys({ tenant }) }))
    await cluster.stop()
  }).timeout(20_000)

  it('is renewed on the connections that wait for wake-ups, and for those to come', async () => {
    const server = await startRedis()
    await grant(server)
    const location = { ...redisUrlSchema.parse(server.url), entra: true, user }
    const kept = await openRedis(location, { clock: Date.now, log: createLog('silent'), tokens })
    store = kept.store
    const visits = new Visits()
    await kept.wakeups.start(visits.handle)
    await untilRenewed()
    await expireFirst(server)
    await kept.wakeups.schedule('t1', Date.now())
    await visits.until(() => visits.came.length === 1)
    await kept.wakeups.close()
    await server.stop()
  }).timeout(20_000)

  it('says at the start when there is no token', async () => {
    const refuse = () => Promise.reject(new Error('no managed identity'))
    await assert.rejects(open('redis://127.0.0.1:1', refuse), {
      code: 'unavailable',
      message: /^Microsoft Entra ID gives no token for Redis: no managed identity$/,
    })
  })
})
