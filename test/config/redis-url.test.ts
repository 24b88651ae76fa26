import assert from 'node:assert/strict'
import { redisUrlSchema } from '../../src/config/redis-url.ts'

const read = (url: string) => redisUrlSchema.parse(url)

/** The message that follows the setting's name and "expected". */
const faultIn = (url: string) => redisUrlSchema.safeParse(url).error?.issues[0]?.message ?? 'nothing wrong'

describe('the address of Redis', () => {
  it('needs a host only', () => {
    assert.deepEqual(read('redis://cache'), {
      kind: 'single',
      nodes: [{ host: 'cache', port: 6379 }],
      tls: false,
      database: 0,
      sentinelUser: undefined,
      sentinelPassword: undefined,
      entra: false,
      sharded: false,
    })
  })

  it('may have port, database, user and password, and TLS', () => {
    const { nodes, database, user, password, tls } = read('rediss://bot:p%40ss%3Aword@cache:6380/3')
    assert.deepEqual(nodes, [{ host: 'cache', port: 6380 }])
    assert.deepEqual(
      { database, user, password, tls },
      { database: 3, user: 'bot', password: 'p@ss:word', tls: true },
    )
  })

  it('may have a password without a user', () => {
    const { user, password } = read('redis://:secret@cache')
    assert.deepEqual([user, password], [undefined, 'secret'])
  })

  it('may be an IPv6 address', () => {
    assert.deepEqual(read('redis://[::1]:7000').nodes, [{ host: '::1', port: 7000 }])
  })

  it('may name nodes of a cluster', () => {
    const { kind, nodes } = read('redis+cluster://a:1,b:2,c')
    assert.equal(kind, 'cluster')
    assert.deepEqual(
      nodes.map(({ host, port }) => `${host}:${port}`),
      ['a:1', 'b:2', 'c:6379'],
    )
  })

  it('may say by a parameter that it is a cluster', () => {
    assert.equal(read('rediss://a?cluster=true').kind, 'cluster')
  })

  it('may name sentinels, their master and a database', () => {
    const { kind, nodes, master, database } = read('redis+sentinel://user:pw@a,b:2/mymaster/1')
    assert.deepEqual({ kind, master, database }, { kind: 'sentinel', master: 'mymaster', database: 1 })
    assert.deepEqual(
      nodes.map(({ port }) => port),
      [26_379, 2],
    )
  })

  it('may hold what the sentinels want to hear', () => {
    const { sentinelUser, sentinelPassword } = read(
      'redis+sentinel://a/m?sentinelUser=u&sentinelPassword=p%26',
    )
    assert.deepEqual([sentinelUser, sentinelPassword], ['u', 'p&'])
  })

  it('may ask for tokens of Entra ID', () => {
    const { entra, user } = read('rediss://0000-1111@name.redis.azure.net:10000?auth=entra')
    assert.deepEqual([entra, user], [true, '0000-1111'])
  })

  it('may say that there are shards behind one address', () => {
    assert.equal(read('rediss://a?sharded=true').sharded, true)
  })

  for (const [url, fault] of [
    ['http://cache', /^redis:\/\/, rediss:\/\//],
    ['cache:6379', /^redis:\/\/, rediss:\/\//],
    ['redis://', /^redis:\/\/, rediss:\/\//],
    ['redis://cache:70000', /^redis:\/\//],
    ['redis://cache:0', /^redis:\/\//],
    ['redis://u:%zz@cache', /percent-encoded/],
    ['redis://a,b', /^one host, or redis\+cluster/],
    ['redis://cache/first', /^a database number/],
    ['redis+cluster://a/2', /^no database number/],
    ['redis+sentinel://a', /master's name/],
    ['redis://cache?timeout=3', /^no parameter timeout in the URL/],
    ['redis://cache?cluster=maybe', /^cluster in the URL to be true or false/],
    ['redis://id@cache?auth=entra', /^rediss:\/\/ with auth=entra/],
    ['rediss://cache?auth=entra', /object id as user/],
    ['rediss://id:pw@cache?auth=entra', /no password/],
  ] as const) {
    it(`is refused with what is expected instead: ${url}`, () => assert.match(faultIn(url), fault))
  }

  it('is never quoted, as it may hold a password', () => {
    for (const url of ['http://u:hunter2@a', 'redis://u:hunter2@a:x', 'redis://u:hunter2@a/x?y=1']) {
      assert.doesNotMatch(faultIn(url), /hunter2/)
    }
  })
})
