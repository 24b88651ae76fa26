import assert from 'node:assert/strict'
import { keys } from '../../../src/adapters/redis/keys.ts'
import { leaseMs, type Store } from '../../../src/store/ports.ts'
import { type RedisCluster, startCluster } from '../../support/redis/redis-cluster.ts'
import { needRedis, type RedisServer } from '../../support/redis/redis-server.ts'
import { collect, company, delivery, start, turnKeys, write } from '../contract/subject.ts'
import { openAt } from './place.ts'

const tenants = Array.from({ length: 12 }, (_, index) => `tenant-${index}`)

describe('a cluster with companies', function () {
  this.timeout(30_000)
  let cluster: RedisCluster
  let store: Store
  let now: number

  before(async function () {
    needRedis(this)
    cluster = await startCluster('--cluster-require-full-coverage', 'no', '--appendonly', 'yes')
  })
  after(() => cluster?.stop())

  beforeEach(async () => {
    now = start
    await Promise.all(cluster.servers.map((server) => server.ask((redis) => redis.flushall())))
    store = await openAt(cluster.url, () => now)
    for (const tenant of tenants) {
      const outbox = [{ ...delivery(tenant), tenant }]
      await write(store, { keys: turnKeys({ tenant }), write: { company: company('p', tenant) }, outbox })
    }
  })
  afterEach(() => store.close())

  const isOn = (server: RedisServer, tenant: string) =>
    server.ask((redis) => redis.keys('*')).then((all) => all.includes(keys.company(tenant)))
  const versionOf = async (tenant: string) => (await store.open(turnKeys({ tenant }))).company.version
  const served = async (server: RedisServer) => {
    const mine = await Promise.all(tenants.map((tenant) => isOn(server, tenant)))
    return tenants.filter((_, index) => mine[index])
  }

  it('spreads them over all masters', async () => {
    const counts = await Promise.all(cluster.servers.map(async (server) => (await served(server)).length))
    assert.ok(counts.every((count) => count > 0))
    assert.equal(
      counts.reduce((total, count) => total + count),
      tenants.length,
    )
  })

  it('finds what is undelivered on all masters', async () => {
    now += leaseMs
    const found = await collect(store.undelivered())
    assert.deepEqual(found.map(({ id }) => id).sort(), [...tenants].sort())
  })

  it('serves those of the other masters when one is down, and all when it is back', async () => {
    const [broken, ...rest] = cluster.servers
    if (!broken || rest.length !== 2) throw new Error('the cluster has no three masters')
    const [lost = ''] = await served(broken)
    const [kept = ''] = await served(rest[0] ?? broken)
    await broken.kill()
    assert.equal(await versionOf(kept), 1)
    await assert.rejects(versionOf(lost), { code: 'unavailable' })
    await assert.rejects(store.check(), { code: 'unavailable' })
    await broken.start()
    const patience = performance.now() + 10_000
    while (
      !(await store.check().then(
        () => true,
        () => false,
      ))
    )
      assert.ok(performance.now() < patience)
    assert.equal(await versionOf(lost), 1)
  })

  it('gives out the messages of the other masters when one is down', async () => {
    const [broken] = cluster.servers
    if (!broken) throw new Error('the cluster is empty')
    const lost = await served(broken)
    await broken.kill()
    now += leaseMs
    const found: string[] = []
    const reading = async () => {
      for await (const { id } of store.undelivered()) found.push(id)
    }
    await assert.rejects(reading(), { code: 'unavailable' })
    assert.deepEqual(found.sort(), tenants.filter((tenant) => !lost.includes(tenant)).sort())
    await broken.start()
  })
})
