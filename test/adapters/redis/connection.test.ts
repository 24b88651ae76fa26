import assert from 'node:assert/strict'
import { createLog } from '../../../src/process/log.ts'
import type { Store } from '../../../src/store/ports.ts'
import { freePort, needRedis, type RedisServer, startRedis } from '../../support/redis/redis-server.ts'
import { start, write } from '../contract/subject.ts'
import { openAt } from './place.ts'

describe('the connection to Redis', () => {
  let server: RedisServer
  let store: Store | undefined

  before(async function () {
    needRedis(this)
    server = await startRedis('--requirepass', 'open sesame')
    await server.ask((redis) =>
      redis.acl('SETUSER', 'bot', 'on', '>p@ss:word', '~rewards:*', '+@all', '-config'),
    )
  })
  after(() => server?.stop())
  afterEach(async () => {
    await store?.close()
    store = undefined
  })

  const open = async (login: string, lines: string[] = []) => {
    const log = createLog('info', { write: (line) => lines.push(line) })
    store = await openAt(`redis://${login}@127.0.0.1:${server.port}`, () => start, { log })
    return store
  }
  const messages = (lines: readonly string[]) => lines.map((line) => String(JSON.parse(line).msg))

  it('is made with a password', async () => {
    assert.ok(await write(await open(':open%20sesame')))
  })

  it('is made with a user and a password, who need no more than the keys of the bot', async () => {
    assert.ok(await write(await open('bot:p%40ss%3Aword')))
  })

  it('is refused at once with a wrong password, which is not shown', async () => {
    await assert.rejects(open('bot:wrong-one'), (error: Error) => {
      assert.match(error.message, /^Redis at 127\.0\.0\.1:\d+ cannot be reached: .*(WRONGPASS|invalid)/)
      assert.doesNotMatch(error.message, /wrong-one/)
      return true
    })
  })

  it('is refused at once without a password where there is one', async () => {
    await assert.rejects(
      openAt(server.url, () => start),
      { code: 'unavailable', message: /NOAUTH/ },
    )
  })

  it('waits at the start for a Redis that starts too', async () => {
    const late = await startRedis()
    await late.kill()
    const opening = openAt(late.url, () => start)
    await late.start()
    const opened = await opening
    await assert.doesNotReject(opened.check())
    await opened.close()
    await late.stop()
  })

  it('gives up at the start, naming the address, without a server', async () => {
    const port = await freePort()
    await assert.rejects(
      openAt(`redis://127.0.0.1:${port}`, () => start, { timeout: 500 }),
      {
        name: 'StoreError',
        code: 'unavailable',
        message: new RegExp(`^Redis at 127\\.0\\.0\\.1:${port} cannot be reached: .*ECONNREFUSED`),
      },
    )
  })

  it('warns of a Redis that may forget', async () => {
    const lines: string[] = []
    await server.ask((redis) => redis.config('SET', 'maxmemory-policy', 'allkeys-lru'))
    await open(':open%20sesame', lines)
    await server.ask((redis) => redis.config('SET', 'maxmemory-policy', 'noeviction'))
    assert.ok(messages(lines).some((message) => message.includes("'noeviction'")))
    assert.ok(messages(lines).some((message) => message.includes("appendonly to 'yes'")))
  })

  it('does not warn of one that keeps everything', async () => {
    const lines: string[] = []
    await server.ask((redis) => redis.config('SET', 'appendonly', 'yes'))
    await open(':open%20sesame', lines)
    assert.deepEqual(messages(lines), [])
  })

  it('tells of an outage once, and of its end', async () => {
    const lines: string[] = []
    const opened = await open(':open%20sesame', lines)
    await server.kill()
    await assert.rejects(opened.check(), { code: 'unavailable' })
    await server.start()
    await opened.check()
    const told = messages(lines).filter((message) => !message.includes('appendonly'))
    assert.match(told[0] ?? '', /^Redis at 127\.0\.0\.1:\d+ cannot be reached$/)
    assert.match(told[1] ?? '', /^Redis at 127\.0\.0\.1:\d+ answers again$/)
    assert.equal(told.length, 2)
  })
})
