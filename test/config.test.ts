import assert from 'node:assert/strict'
import { ConfigError, type Environment, readConfig } from '../src/config.ts'

const app = '11111111-2222-3333-4444-555555555555'
const tenant = '66666666-7777-8888-9999-aaaaaaaaaaaa'
const singleTenant = {
  MicrosoftAppId: app,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenant,
  MicrosoftAppPassword: 'pa55w0rd',
}
const managed = { MicrosoftAppId: app, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: tenant }

const refused = (env: Environment, argv: readonly string[], message: RegExp) =>
  assert.throws(
    () => readConfig(env, argv),
    (error) => {
      assert.ok(error instanceof ConfigError)
      assert.match(error.message, message)
      assert.doesNotMatch(error.message, /pa55w0rd/)
      return true
    },
  )

describe('settings', () => {
  it('need nothing: the bot then runs without authentication, for this machine only', () => {
    assert.deepEqual(readConfig({}, []), {
      port: 3978,
      host: '127.0.0.1',
      dataDir: '.data',
      redis: undefined,
      logLevel: 'info',
      production: false,
      identity: { kind: 'none' },
      serviceHosts: [],
      program: 'marketplace-rewards-2024',
      day: undefined,
      chat: true,
      chatPort: 56_150,
    })
  })

  it('are taken from the environment', () => {
    const env = {
      PORT: '0',
      CHAT_PORT: '8080',
      DATA_DIR: '/d',
      LOG_LEVEL: 'debug',
      PROGRAM: 'marketplace-rewards-2023',
    }
    const { port, chatPort, dataDir, logLevel, program } = readConfig(env, [])
    assert.deepEqual(
      { port, chatPort, dataDir, logLevel, program },
      { port: 0, chatPort: 8080, dataDir: '/d', logLevel: 'debug', program: 'marketplace-rewards-2023' },
    )
  })

  it('that are set to nothing count as unset', () => {
    const env = { PORT: '', REDIS_URL: ' ', MicrosoftAppId: '', LOG_LEVEL: '' }
    assert.deepEqual(readConfig(env, []), readConfig({}, []))
  })

  for (const PORT of ['-1', '65536', '3978.5', 'http', '0x10']) {
    it(`refuse a port that is none: ${PORT}`, () => {
      refused({ PORT }, [], /^PORT: expected a port number, 0 to 65535$/)
    })
  }

  it('refuse a log level that is none, and name those that are', () => {
    refused({ LOG_LEVEL: 'loud' }, [], /^LOG_LEVEL: expected one of fatal, .*, silent$/)
  })

  it('name every fault, one a line', () => {
    refused({ PORT: 'x', CHAT_PORT: 'y' }, [], /^PORT: .*\nCHAT_PORT: .*$/)
  })

  it('refuse an address of Redis that is none, without quoting its password', () => {
    refused({ REDIS_URL: 'http://h:pa55w0rd@x' }, [], /^REDIS_URL: expected redis:\/\/, rediss:\/\//)
  })

  it('add hosts of the channel, in any case and with spaces', () => {
    const { serviceHosts } = readConfig({ SERVICE_HOSTS: 'Bot.Contoso.com, *.contoso.net' }, [])
    assert.deepEqual(serviceHosts, ['bot.contoso.com', '*.contoso.net'])
  })

  for (const SERVICE_HOSTS of [
    '*',
    '*.com',
    'https://contoso.com',
    'contoso.com/x',
    'contoso',
    'a.com;b.com',
    'a.com:1',
    'a..com',
    ',',
  ]) {
    it(`refuse hosts of the channel that are none: ${SERVICE_HOSTS}`, () => {
      refused({ SERVICE_HOSTS }, [], /^SERVICE_HOSTS(\.\d+)?: expected names of hosts such as/)
    })
  }

  it('keep the state in Redis when they name one', () => {
    assert.equal(readConfig({ REDIS_URL: 'redis://cache' }, []).redis?.nodes[0]?.host, 'cache')
  })
})

describe('the identity', () => {
  it('of a single-tenant app has id, tenant and password, and listens everywhere', () => {
    const { identity, host } = readConfig(singleTenant, [])
    const expected = { kind: 'single-tenant', appId: app, tenantId: tenant, password: 'pa55w0rd' }
    assert.deepEqual([identity, host], [expected, undefined])
  })

  it('of a managed identity has id and tenant, and listens everywhere', () => {
    const { identity, host } = readConfig(managed, [])
    assert.deepEqual(
      [identity, host],
      [{ kind: 'managed-identity', appId: app, tenantId: tenant }, undefined],
    )
  })

  it('takes the type in any case, as the Bot Framework does', () => {
    const { identity } = readConfig({ ...managed, MicrosoftAppType: 'userassignedmsi' }, [])
    assert.equal(identity.kind, 'managed-identity')
  })

  for (const MicrosoftAppType of [undefined, 'MultiTenant', 'x']) {
    it(`is refused without a type that still exists: ${MicrosoftAppType}`, () => {
      refused(
        { ...singleTenant, MicrosoftAppType },
        [],
        /^MicrosoftAppType: expected SingleTenant or UserAssignedMSI$/,
      )
    })
  }

  for (const name of ['MicrosoftAppId', 'MicrosoftAppTenantId', 'MicrosoftAppPassword']) {
    it(`of a single-tenant app is refused without ${name}`, () => {
      refused({ ...singleTenant, [name]: undefined }, [], new RegExp(`^${name}: expected the .*$`))
    })
  }

  for (const name of ['MicrosoftAppId', 'MicrosoftAppTenantId']) {
    it(`of a managed identity is refused without ${name}`, () => {
      refused({ ...managed, [name]: undefined }, [], new RegExp(`^${name}: expected the .*, a GUID$`))
    })
  }

  it('of a managed identity is refused with a password', () => {
    refused(
      { ...managed, MicrosoftAppPassword: 'pa55w0rd' },
      [],
      /^MicrosoftAppPassword: expected to be unset/,
    )
  })

  it('is refused when only a password is left of it', () => {
    refused({ MicrosoftAppPassword: 'pa55w0rd' }, [], /MicrosoftAppType/)
  })
})

describe('production', () => {
  it('is refused without an app id, in one line', () => {
    refused({ NODE_ENV: 'production' }, [], /^MicrosoftAppId: expected .*NODE_ENV=production.*$/)
  })

  it('is accepted with one', () => {
    assert.equal(readConfig({ ...managed, NODE_ENV: 'production' }, []).production, true)
  })

  it('is refused with a time-lapse', () => {
    refused({ ...managed, NODE_ENV: 'production' }, ['--day', '5s'], /^--day: .*NODE_ENV=production$/)
  })
})

describe('arguments', () => {
  for (const [text, milliseconds] of [
    ['500ms', 500],
    ['5s', 5000],
    ['2m', 120_000],
    ['1.5s', 1500],
  ] as const) {
    it(`make a day last ${text}`, () => {
      assert.equal(readConfig({}, ['--day', text]).day, milliseconds)
      assert.equal(readConfig({}, [`--day=${text}`]).day, milliseconds)
    })
  }

  for (const text of ['5', 's', '0s', '-5s', '5 s', '5d', '25h', '1.2.3s']) {
    it(`refuse a day of ${text}`, () => {
      refused({}, [`--day=${text}`], /^--day: expected a time such as 500ms, 5s or 2m/)
    })
  }

  it('leave out the chat client', () => {
    assert.equal(readConfig({}, ['--no-chat']).chat, false)
  })

  for (const argv of [['--dya', '5s'], ['--day'], ['now'], ['--no-chat=yes']]) {
    it(`are refused when unknown: ${argv.join(' ')}`, () => {
      refused({}, argv, /^arguments: expected --day <time> and --no-chat only/)
    })
  }
})
