import assert from 'node:assert/strict'
import { migrating } from '../encryption/some-keys.ts'
import { onOneRedis, onThreeMasters } from '../support/redis/redis-kinds.ts'
import { describeArchive, describeMoving } from './archive-contract.ts'
import { embeddedPlace, redisPlace } from './archive-place.ts'

const embedded = () => embeddedPlace()
describeArchive('the embedded store', embedded)
describeMoving('the embedded store to another that is encrypted', embedded, () => embeddedPlace(migrating))

onOneRedis((redis) => {
  const place = () => redisPlace(redis())

  it('lets Redis itself remove what was moved, when its time is over', async () => {
    const record = { kind: 'handled', tenant: 't1', conversation: 'c1', activity: 'a1' } as const
    const archive = await (await place()).archive(() => 1_000)
    await archive.restore([{ ...record, expires: 61_000 }])
    await archive.close()
    const [server = assert.fail()] = redis().servers
    const left = await server.ask(async (client) => client.pttl((await client.keys('*:handled:*'))[0] ?? ''))
    assert.ok(left > 50_000 && left <= 60_000, `${left} ms are left`)
  })

  describeArchive('Redis', place)
  describeMoving('the embedded store to Redis', embedded, place)
  describeMoving('Redis to the embedded store', place, embedded)
})

// Encrypted, where one server is not.
onThreeMasters((redis) => {
  const place = () => redisPlace(redis(), migrating)

  describeArchive('a Redis Cluster', place)
  describeMoving('the embedded store to a cluster', embedded, place)
  describeMoving('a cluster to the embedded store', place, embedded)
})
