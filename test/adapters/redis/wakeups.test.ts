import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { wakeupQueue } from '../../../src/adapters/redis/keys.ts'
import type { RedisKept, RedisStoreOptions } from '../../../src/adapters/redis/redis-store.ts'
import { usualTimes } from '../../../src/adapters/redis/wakeups/wakeup-worker.ts'
import { createLog } from '../../../src/process/log.ts'
import type { Clock } from '../../../src/store/ports.ts'
import { needRedis, type RedisServer, startRedis } from '../../support/redis/redis-server.ts'
import { startProxy } from '../../support/redis/tcp-proxy.ts'
import { collect, start } from '../contract/subject.ts'
import { Visits } from '../visits.ts'
import { closeKept, openWakeupsAt } from './wakeups-place.ts'

const script = fileURLToPath(new URL('waking-process.ts', import.meta.url))

describe('wake-ups in one Redis', function () {
  this.timeout(60_000)
  let server: RedisServer
  let opened: RedisKept[]
  let visits: Visits

  before(async function () {
    needRedis(this)
    server = await startRedis('--appendonly', 'yes')
  })
  after(() => server?.stop())
  beforeEach(async () => {
    await server.ask((redis) => redis.flushall())
    opened = []
    visits = new Visits()
  })
  afterEach(() => Promise.all(opened.map(closeKept)))

  const open = async (some: Partial<RedisStoreOptions> = {}, clock: Clock = Date.now, url = server.url) => {
    const kept = await openWakeupsAt(url, clock, some)
    opened.push(kept)
    return kept.wakeups
  }
  const tenants = () => visits.came.map(({ tenant }) => tenant)

  it('that a process had which was killed come to another, also the second time', async () => {
    const wakeups = await open()
    const all = await Promise.all(['t1', 't2', 't3'].map((tenant) => wakeups.schedule(tenant, Date.now())))
    for (const _ of [1, 2]) {
      const child = spawn(process.execPath, ['--import', 'tsx', script, server.url], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const told: string[] = []
      for await (const line of createInterface({ input: child.stdout })) {
        if (told.push(line) === all.length) child.kill('SIGKILL')
      }
      assert.deepEqual(told.sort(), ['t1', 't2', 't3'])
    }
    await wakeups.start(visits.handle)
    await visits.until(() => visits.came.length === 3)
    const byTenant = (one: { tenant: string }, other: { tenant: string }) =>
      one.tenant < other.tenant ? -1 : 1
    assert.deepEqual([...visits.came].sort(byTenant), all)
  })

  it('come again within half a minute when their process was killed', () => {
    // Found by the second check after the lock expires.
    assert.ok(usualTimes.lock + usualTimes.stalledCheck <= 30_000)
    assert.ok(usualTimes.stalledCheck * 3 <= 30_000)
  })

  it('come once each when two processes work without failure', async () => {
    const workers = await Promise.all([open(), open()])
    const counts = [0, 0]
    for (const [index, worker] of workers.entries()) {
      await worker.start(async (wakeup) => {
        counts[index] = (counts[index] ?? 0) + 1
        await new Promise((resolve) => setImmediate(resolve))
        await visits.handle(wakeup)
      })
    }
    const all = await Promise.all(
      Array.from({ length: 400 }, (_, index) => workers[index % 2]?.schedule(`t${index}`, Date.now() + 50)),
    )
    await visits.until(() => visits.came.length >= all.length)
    assert.equal(new Set(tenants()).size, all.length)
    assert.equal(visits.came.length, all.length)
    assert.ok(Math.min(...counts) > 0, `${counts}`)
  })

  it('come at their time by the real clock', async () => {
    const wakeups = await open({ pace: undefined })
    const late: number[] = []
    await wakeups.start(async (wakeup) => {
      late.push(Date.now() - wakeup.at)
      await visits.handle(wakeup)
    })
    for (const ahead of [300, 100, 200]) await wakeups.schedule(`${ahead}`, Date.now() + ahead)
    await visits.until(() => visits.came.length === 3)
    assert.deepEqual(tenants(), ['100', '200', '300'])
    assert.ok(Math.min(...late) >= 0 && Math.max(...late) < 2_000, `${late} ms late`)
  })

  it('come sooner when the bot is started again with a faster clock', async () => {
    const year = 365 * 86_400_000
    const slow = await open({ pace: undefined })
    const wakeup = await slow.schedule('t1', Date.now() + year)
    const real = Date.now()
    const clock = () => real + (Date.now() - real) * year
    const pace = { realDelay: (at: number) => Math.ceil(Math.max(at - clock(), 0) / year), isFast: true }
    const fast = await open({ pace }, clock)
    await fast.start(visits.handle)
    await visits.until(() => visits.came.length === 1)
    assert.deepEqual(visits.came, [wakeup])
  })

  it('are not handed over by a bot whose clock is behind that of the one who scheduled them', async () => {
    const wakeups = await open({}, () => start)
    await wakeups.schedule('early', start + 1)
    await wakeups.schedule('due', start)
    await wakeups.start(visits.handle)
    await visits.until(() => visits.came.length === 1)
    await wakeups.schedule('due too', start)
    await visits.until(() => visits.came.length === 2)
    assert.deepEqual(tenants(), ['due', 'due too'])
  })

  it('go on when Redis was away for a while, and do not tell of it again and again', async () => {
    const lines: string[] = []
    const log = createLog('info', { write: (line) => lines.push(line) })
    const wakeups = await open({ log })
    await wakeups.start(visits.handle)
    await wakeups.schedule('before', Date.now())
    await visits.until(() => visits.came.length === 1)
    const later = await wakeups.schedule('meanwhile', Date.now() + 500)
    await server.kill()
    await assert.rejects(wakeups.schedule('never', 0), { name: 'StoreError', code: 'unavailable' })
    await server.start()
    await visits.until(() => visits.came.some(({ id }) => id === later.id))
    await wakeups.schedule('after', Date.now())
    await visits.until(() => tenants().includes('after'))
    // A wake-up handled just before the kill may come again, unknown to Redis.
    assert.deepEqual([...new Set(tenants())], ['before', 'meanwhile', 'after'])
    const told = lines.map((line) => String(JSON.parse(line).reason))
    const refused = told.filter((reason) => reason.includes('ECONNREFUSED'))
    assert.ok(refused.length <= 4, told.join('\n'))
  })

  describe('when Redis hangs', () => {
    it('are refused within the time that a call of the store has', async () => {
      const proxy = await startProxy(server.port)
      const wakeups = await open({}, Date.now, proxy.url)
      proxy.change({ hang: true })
      const began = performance.now()
      await assert.rejects(wakeups.schedule('t1', Date.now()), { name: 'StoreError', code: 'unavailable' })
      assert.ok(performance.now() - began < 2_600)
      await proxy.close()
    })

    it('are closed all the same, soon', async () => {
      const proxy = await startProxy(server.port)
      const wakeups = await open({}, Date.now, proxy.url)
      await wakeups.start(visits.handle)
      await wakeups.schedule('t1', Date.now())
      await visits.until(() => visits.came.length === 1)
      proxy.change({ hang: true })
      const began = performance.now()
      await wakeups.close()
      assert.ok(performance.now() - began < 4_000)
      await proxy.close()
    })
  })

  it('lie in one slot, apart from what companies have', async () => {
    const wakeups = await open()
    await wakeups.start(visits.handle)
    await wakeups.schedule('t1', Date.now())
    await wakeups.schedule('t1', Date.now() + 100_000)
    await visits.until(() => visits.came.length === 1)
    const keys = await server.ask((redis) => redis.keys('*'))
    const prefix = `${wakeupQueue.prefix}:${wakeupQueue.name}:`
    assert.deepEqual(
      keys.filter((key) => !key.startsWith(prefix)),
      [],
    )
    assert.match(prefix, /^rewards:[a-z]+:\{[a-z]+\}:$/)
  })

  it('leave nothing behind but what waits', async () => {
    const wakeups = await open()
    await wakeups.start(async (wakeup) => {
      await visits.handle(wakeup)
      if (visits.came.length < 3) throw new Error('the name of Ada')
    })
    const { id } = await wakeups.schedule('t1', Date.now())
    await visits.until(() => visits.came.length === 2)
    const everything = await server.ask(async (redis) => {
      const job = await redis.hgetall(`${wakeupQueue.prefix}:${wakeupQueue.name}:${id}`)
      return JSON.stringify(job)
    })
    assert.match(everything, /t1/)
    assert.doesNotMatch(everything, /Ada/)
    await visits.until(() => visits.came.length === 3)
    await wakeups.close()
    const jobs = await server.ask((redis) => redis.keys(`*${id}*`))
    assert.deepEqual(jobs, [])
  })

  it('that are unreadable come again until a program can read them, without delaying others', async () => {
    const wakeups = await open()
    const { id } = await wakeups.schedule('t1', Date.now())
    const key = `${wakeupQueue.prefix}:${wakeupQueue.name}:${id}`
    const rewrite = (data: unknown) => server.ask((redis) => redis.hset(key, 'data', JSON.stringify(data)))
    await rewrite({ tenant: 5 })
    await wakeups.start(visits.handle)
    await wakeups.schedule('t2', Date.now())
    await visits.until(() => visits.came.length === 1)
    await assert.rejects(collect(wakeups.waiting()), { name: 'StoreError', code: 'corrupt' })
    await rewrite({ tenant: 't1', at: 7, of: 'a newer program' })
    await visits.until(() => visits.came.length === 2)
    assert.deepEqual(visits.came[1], { id, tenant: 't1', at: 7 })
  })

  it('need no more rights than those to the keys of the bot', async () => {
    await server.ask((redis) =>
      redis.acl('SETUSER', 'bot', 'on', '>secret', '~rewards:*', '+@all', '-@admin', '-config'),
    )
    const lines: string[] = []
    const log = createLog('warn', { write: (line) => lines.push(line) })
    const url = server.url.replace('//', '//bot:secret@')
    const wakeups = await open({ log }, Date.now, url)
    await wakeups.start(visits.handle)
    const { id } = await wakeups.schedule('t1', Date.now() + 20)
    const other = await wakeups.schedule('t2', Date.now() + 60_000)
    await visits.until(() => visits.came.length === 1)
    await wakeups.cancel(other.id)
    assert.deepEqual([visits.came[0]?.id, await collect(wakeups.waiting())], [id, []])
    assert.deepEqual(lines, [])
  })
})
