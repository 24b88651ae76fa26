import assert from 'node:assert/strict'
import { type Change, leaseMs, type Store, type TurnKeys } from '../../../src/store/ports.ts'
import { needRedis, type RedisServer, startRedis } from '../../support/redis/redis-server.ts'
import { startProxy, type TcpProxy, type Weather } from '../../support/redis/tcp-proxy.ts'
import {
  change,
  collect,
  company,
  conversation,
  delivery,
  logged,
  person,
  roster,
  start,
  turnKeys,
  versions,
} from '../contract/subject.ts'
import { describeStore } from '../store-contract.ts'
import { makeRedisPlace, openAt } from './place.ts'

const everything = {
  company: 1,
  person: 1,
  conversation: 1,
  roster: 1,
  handled: true,
  events: 1,
  outbox: ['1', '2'],
}
const nothing = { company: 0, person: 0, conversation: 0, roster: 0, handled: false, events: 0, outbox: [] }

function wholeTurn(keys: TurnKeys): Change {
  return change({
    keys,
    write: {
      company: company('p', keys.tenant),
      person: person(),
      conversation: conversation(),
      roster: roster(keys.person),
    },
    events: [logged('a')],
    outbox: [delivery('1'), delivery('2')],
  })
}

/** Stored data, read past the proxy. */
async function kept(url: string, keys: TurnKeys): Promise<typeof everything> {
  const store = await openAt(url, () => start + leaseMs)
  try {
    const { handled, abandoned, ...snapshot } = await store.open(keys)
    const events = (await collect(store.events(keys.tenant))).length
    return {
      ...versions({ handled, abandoned, ...snapshot }),
      handled,
      events,
      outbox: abandoned.map(({ id }) => id),
    }
  } finally {
    await store.close()
  }
}

async function servesAgain(store: Store): Promise<boolean> {
  for (const patience = performance.now() + 6_000; performance.now() < patience; ) {
    if (await store.check().then(yes, no)) return true
  }
  return false
}
const yes = () => true
const no = () => false

const weathers: Readonly<Record<string, Weather>> = {
  'cuts answers after a byte': { cutAfter: 1 },
  'half-closes after two bytes of an answer': { halfCloseAfter: 2 },
  'closes its half before an answer': { halfCloseAfter: 0 },
  'cuts and refuses connections': { refuse: true },
  hangs: { hang: true },
  'swallows answers': { swallowAnswers: true },
}

/** Outcome of a commit on a bad network, and the store afterwards. */
async function sail(server: RedisServer, name: string, weather: Weather) {
  const proxy = await startProxy(server.port)
  const store = await openAt(proxy.url, () => start)
  const keys = turnKeys({ tenant: name })
  proxy.change(weather)
  if (weather.refuse) proxy.cut()
  const begin = performance.now()
  const outcome = await store.commit(wholeTurn(keys)).catch(String)
  const took = performance.now() - begin
  proxy.change({})
  const recovered = await servesAgain(store)
  await store.close()
  await proxy.close()
  return { outcome, took, recovered, kept: await kept(server.url, keys) }
}

describe('Redis in a network that', () => {
  const results = new Map<string, Awaited<ReturnType<typeof sail>>>()
  const resultOf = (name: string) => results.get(name) ?? assert.fail(`no result for ${name}`)

  before(async function () {
    this.timeout(20_000)
    needRedis(this)
    const server = await startRedis()
    await Promise.all(
      Object.entries(weathers).map(async ([name, weather]) => {
        results.set(name, await sail(server, name, weather))
      }),
    )
    await server.stop()
  })

  for (const name of Object.keys(weathers)) {
    it(`${name} keeps all of a commit or nothing`, () => {
      const result = resultOf(name)
      assert.deepEqual(result.kept, result.kept.handled ? everything : nothing)
    })

    it(`${name} is called unavailable, with the reason`, () => {
      assert.match(
        resultOf(name).outcome,
        /^StoreError: Redis (does not serve: .+|has not answered within 2 s)/,
      )
    })

    it(`${name} does not hang a turn`, () => assert.ok(resultOf(name).took < 2_600))

    it(`${name} is forgotten when the weather is good again`, () => assert.ok(resultOf(name).recovered))
  }
})

describe('Redis behind a bad network', () => {
  let server: RedisServer
  let proxy: TcpProxy
  let store: Store

  before(async function () {
    needRedis(this)
    server = await startRedis()
  })
  after(() => server?.stop())

  beforeEach(async () => {
    await server.ask((redis) => redis.flushall())
    proxy = await startProxy(server.port)
    store = await openAt(proxy.url, () => start)
  })
  afterEach(async () => {
    await store.close()
    await proxy.close()
  })

  it('commits once, and says so, when the answer to a commit is cut in its middle', async () => {
    const keys = turnKeys()
    proxy.change({ cutAfter: 3 })
    const committing = store.commit(wholeTurn(keys))
    setTimeout(() => proxy.change({}), 200)
    assert.equal(await committing, 'committed')
    assert.deepEqual(await kept(server.url, keys), everything)
  })

  it('recognises an unacknowledged commit when the turn is retried', async () => {
    const keys = turnKeys()
    proxy.change({ swallowAnswers: true })
    await assert.rejects(store.commit(wholeTurn(keys)), { code: 'unavailable' })
    proxy.change({})
    proxy.cut()
    assert.equal((await store.open(keys)).handled, true)
    assert.equal(await store.commit(wholeTurn(keys)), 'conflict')
    assert.deepEqual(await kept(server.url, keys), everything)
  })

  it('keeps no command for later: what was asked for while it was away is not done when it is back', async () => {
    proxy.change({ refuse: true })
    proxy.cut()
    const keys = turnKeys()
    await assert.rejects(store.commit(wholeTurn(keys)), { code: 'unavailable' })
    proxy.change({})
    const patience = performance.now() + 6_000
    while (
      !(await store.check().then(
        () => true,
        () => performance.now() > patience,
      ))
    );
    assert.equal((await kept(server.url, keys)).handled, false)
  })
})

describe('Redis at the end of a slow line', () => {
  let server: RedisServer
  let proxy: TcpProxy

  before(async function () {
    needRedis(this)
    server = await startRedis()
    proxy = await startProxy(server.port)
    proxy.change({ delay: 1 })
  })
  after(async () => {
    await proxy?.close()
    await server?.stop()
  })

  describeStore('Redis, some milliseconds away,', () => makeRedisPlace({ url: proxy.url, servers: [server] }))
})
