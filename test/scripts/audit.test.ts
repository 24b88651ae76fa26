import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { openDatabase } from '../../src/adapters/embedded/database.ts'
import { openEmbeddedStore } from '../../src/adapters/embedded/embedded-store.ts'
import { keys as embeddedKeys } from '../../src/adapters/embedded/keys.ts'
import { keys } from '../../src/adapters/redis/keys.ts'
import type { Store } from '../../src/store/ports.ts'
import { makeFolder } from '../adapters/embedded/place.ts'
import { openAt } from '../adapters/redis/place.ts'
import { keepYear, liveYear } from '../support/past/company-year.ts'
import { needRedis, type RedisServer, startRedis } from '../support/redis/redis-server.ts'
import { runCommand } from './archive/command.ts'

const start = Date.UTC(2025, 10, 24, 9)
const people = ['Ada', 'Grace', 'Edsger'].map((name, index) => ({
  id: `person-${index}`,
  name,
  email: `${name}@contoso.example`,
  phone: `+3361234567${index}`,
}))
const year = liveYear('tenant-1', people, start)
const { log } = year

async function keep(store: Store): Promise<void> {
  await keepYear(store, 'tenant-1', year)
  await store.close()
}

const forged = (text: string) => text.replace('tenant-6.example', 'tenant-7.example')
const entry = log.findIndex((each) => JSON.stringify(each).includes('tenant-6.example')) + 1

describe('npm run audit', function () {
  this.timeout(60_000)
  let folder: string
  let server: RedisServer | undefined

  before(async () => {
    folder = await makeFolder()
  })
  after(async () => {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const audit = (env: Readonly<Record<string, string>>, tenant = 'tenant-1') =>
    runCommand(['audit', tenant], { DATA_DIR: folder, ...env })
  const whole = (stdout: string) => {
    assert.match(
      stdout,
      new RegExp(`^Entries: ${log.length}\nThe log ends with seal ${log.length}: [0-9a-f]{64}\n`),
    )
    assert.match(stdout, /The log is complete and unchanged, and the document matches it\.\n$/)
  }
  const faulty = ({ code, stdout }: Awaited<ReturnType<typeof audit>>) => {
    assert.equal(code, 1)
    assert.ok(stdout.endsWith(`FAULT: entry ${entry} differs from what was recorded\n`), stdout)
    for (const { name } of people) assert.ok(!stdout.includes(name))
  }

  it('tells of a company without a log', async () => {
    const { code, stderr } = await audit({})
    assert.deepEqual([code, stderr.startsWith('No data about the company tenant-1 in ')], [1, true])
  })

  it('finds a year of work whole in the embedded store, and the changed entry', async () => {
    assert.ok(log.length > 100, `only ${log.length} entries`)
    await keep(await openEmbeddedStore(folder, Date.now))
    const before = await audit({})
    assert.equal(before.code, 0)
    whole(before.stdout)
    const database = openDatabase(folder)
    const key = embeddedKeys.log('tenant-1', entry)
    await database.put(key, forged(database.get(key) ?? ''))
    await database.close()
    faulty(await audit({}))
  })

  it('finds a year of work whole in Redis, and the changed entry', async function () {
    needRedis(this)
    server = await startRedis()
    await keep(await openAt(server.url, Date.now))
    const env = { REDIS_URL: server.url }
    const before = await audit(env)
    assert.equal(before.code, 0)
    whole(before.stdout)
    await server.ask(async (redis) => {
      const text = (await redis.lindex(keys.log('tenant-1'), entry - 1)) ?? ''
      await redis.lset(keys.log('tenant-1'), entry - 1, forged(text))
    })
    faulty(await audit(env))
  })

  it('reads its arguments', async () => {
    const { code, stderr } = await runCommand(['audit'], { DATA_DIR: folder })
    assert.deepEqual([code, stderr], [1, 'Usage: npm run audit -- <tenant>\n'])
  })
})
