import assert from 'node:assert/strict'
import type { Store } from '../../src/store/ports.ts'
import { codecOf } from '../encryption/some-keys.ts'
import { onOneRedis } from '../support/redis/redis-kinds.ts'
import { company, logged, turnKeys, write } from './contract/subject.ts'
import { describeEncryption } from './encryption-contract.ts'
import { embeddedEncryption, redisEncryption } from './encryption-place.ts'

describeEncryption('the embedded store', embeddedEncryption)

onOneRedis((redis) => {
  const tenants = Array.from({ length: 20 }, (_, index) => `t${index}`)

  describeEncryption('Redis', () => redisEncryption(redis()))

  it('is written anew beside bots at work, of which no commit is lost', async () => {
    const place = await redisEncryption(redis())
    const old = await place.open(Date.now, codecOf('k1'))
    await Promise.all(tenants.map((tenant) => commitAgain(old.store, tenant)))
    await old.store.close()

    const { store } = await place.open(Date.now, codecOf('k2', 'k1'))
    const archive = await place.archive(Date.now, codecOf('k2', 'k1'))
    let isDone = false
    const bots = tenants.map(async (tenant) => {
      while (!isDone) await commitAgain(store, tenant)
    })
    const count = await archive.rekey().finally(() => {
      isDone = true
    })
    await Promise.all(bots)
    assert.ok(count >= tenants.length, `${count} texts`)
    // Each says whether the one before is there.
    await Promise.all(tenants.map((tenant) => commitAgain(store, tenant)))
    await archive.close()
    await store.close()
    assert.ok(!(await place.raw()).includes('aes-256-gcm:k1'))
  })

  it('loses nothing, but tells, when bots go on writing under another key', async () => {
    const place = await redisEncryption(redis())
    const { store } = await place.open(Date.now, codecOf('k1', 'k2'))
    const archive = await place.archive(Date.now, codecOf('k2', 'k1'))
    await Promise.all(tenants.map((tenant) => commitAgain(store, tenant)))
    let isDone = false
    const bots = tenants.slice(0, 5).map(async (tenant) => {
      while (!isDone) await commitAgain(store, tenant)
    })
    await assert.rejects(
      archive.rekey().finally(() => {
        isDone = true
      }),
      { name: 'StoreError', message: /^bots still write under another key than "k2": / },
    )
    await Promise.all(bots)
    await archive.close()
    await store.close()
  })
})

/** A commit by which the document counts its versions, as the log does; throws where one is missing. */
async function commitAgain(store: Store, tenant: string): Promise<void> {
  const { version, value } = (await store.glance(tenant)).company
  assert.equal(value?.program ?? '0', String(version), tenant)
  await write(store, {
    keys: turnKeys({ tenant, person: tenant, conversation: tenant }),
    write: { company: company(String(version + 1), tenant) },
    events: [logged(String(version + 1))],
  })
}
