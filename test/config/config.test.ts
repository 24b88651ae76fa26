import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError, readConfig } from '../../src/config/config.ts'
import type { Environment } from '../../src/config/config-fault.ts'

const app = '11111111-2222-3333-4444-555555555555'
const tenant = '66666666-7777-8888-9999-aaaaaaaaaaaa'
const singleTenant = {
  MicrosoftAppId: app,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenant,
  MicrosoftAppPassword: 'pa55w0rd',
}
const managed = { MicrosoftAppId: app, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: tenant }

const pem = { publicKeyEncoding: { type: 'spki', format: 'pem' } } as const
const key = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  ...pem,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).privateKey
const thumbprint = 'A0'.repeat(20)
const { MicrosoftAppPassword, ...unproven } = singleTenant
const certified = { ...unproven, CertificateThumbprint: thumbprint, CertificatePrivateKey: key }
const federated = { ...unproven, MicrosoftAppClientId: '0000AAAA-2222-3333-4444-555555555555' }

const refused = (env: Environment, argv: readonly string[], message: RegExp) =>
  assert.throws(
    () => readConfig(env, argv),
    (error) => {
      assert.ok(error instanceof ConfigError)
      assert.match(error.message, message)
      assert.doesNotMatch(error.message, /pa55w0rd|PRIVATE KEY/)
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
      encryptionKeys: [],
      logLevel: 'info',
      production: false,
      identity: { kind: 'none' },
      allowedTenants: [],
      serviceHosts: [],
      messagesPerMinute: 60,
      publicUrl: undefined,
      retentionDays: 365,
      program: undefined,
      day: undefined,
      drain: 1000,
      maxConnections: undefined,
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
    const expected = { kind: 'password', appId: app, tenantId: tenant, cloud: 'public', password: 'pa55w0rd' }
    assert.deepEqual([identity, host], [expected, undefined])
  })

  it('of a managed identity has id and tenant, and listens everywhere', () => {
    const { identity, host } = readConfig(managed, [])
    assert.deepEqual(
      [identity, host],
      [{ kind: 'managed-identity', appId: app, tenantId: tenant, cloud: 'public' }, undefined],
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

  it('has its ids in lower case, as tokens have them', () => {
    const MicrosoftAppId = 'ABCDEFAB-2222-3333-4444-555555555555'
    const { identity } = readConfig({ ...singleTenant, MicrosoftAppId }, [])
    assert.equal(identity.kind !== 'none' && identity.appId, 'abcdefab-2222-3333-4444-555555555555')
  })

  it('is refused when only a password is left of it', () => {
    refused({ MicrosoftAppPassword: 'pa55w0rd' }, [], /MicrosoftAppType/)
  })
})

describe('the identity of an app with a certificate', () => {
  const expected = { kind: 'certificate', appId: app, tenantId: tenant, cloud: 'public', thumbprint }

  it('has its thumbprint and key', () => {
    const { identity } = readConfig(certified, [])
    assert.deepEqual(identity, { ...expected, privateKey: key })
  })

  it('takes a key in one line, as some services keep it', () => {
    const CertificatePrivateKey = key.replaceAll('\n', '\\n')
    const { identity } = readConfig({ ...certified, CertificatePrivateKey }, [])
    assert.deepEqual(identity, { ...expected, privateKey: key })
  })

  it('takes the path of the key', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rewards-guide-'))
    const CertificatePrivateKey = join(folder, 'key.pem')
    writeFileSync(CertificatePrivateKey, key)
    const { identity } = readConfig({ ...certified, CertificatePrivateKey }, [])
    assert.deepEqual(identity, { ...expected, privateKey: key })
    rmSync(folder, { recursive: true })
  })

  it('takes a thumbprint with colons, as openssl writes it', () => {
    const CertificateThumbprint = thumbprint.replace(/..(?=.)/g, '$&:')
    const { identity } = readConfig({ ...certified, CertificateThumbprint }, [])
    assert.deepEqual(identity, { ...expected, privateKey: key })
  })

  for (const name of ['CertificateThumbprint', 'CertificatePrivateKey'])
    it(`is refused without ${name}`, () => {
      refused({ ...certified, [name]: undefined }, [], new RegExp(`^${name}: expected the certificate's .*$`))
    })

  for (const CertificateThumbprint of ['x', 'A0', thumbprint.slice(1), `${thumbprint}0`])
    it(`is refused with the thumbprint ${CertificateThumbprint}`, () => {
      refused({ ...certified, CertificateThumbprint }, [], /^CertificateThumbprint: expected .* 40 hex.*$/)
    })

  const curve = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    ...pem,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey
  const encrypted = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    ...pem,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'pa55w0rd' },
  }).privateKey
  const wrongKeys = { 'is none': key.slice(0, 200), 'is not there': '/no/such/key.pem', encrypted, curve }
  for (const [name, CertificatePrivateKey] of Object.entries(wrongKeys))
    it(`is refused with a key that is wrong: ${name}`, () => {
      refused({ ...certified, CertificatePrivateKey }, [], /^CertificatePrivateKey: expected .* RSA key.*$/)
    })

  it('is refused with a password or another identity as well', () => {
    refused({ ...certified, MicrosoftAppPassword }, [], /^MicrosoftAppPassword: expected to be unset.*$/)
    refused({ ...certified, ...federated }, [], /^MicrosoftAppClientId: expected to be unset.*$/)
  })
})

describe('the identity of an app that trusts a managed identity', () => {
  it('has the id of that', () => {
    const { identity } = readConfig(federated, [])
    const clientId = '0000aaaa-2222-3333-4444-555555555555'
    const expected = { kind: 'federated', appId: app, tenantId: tenant, cloud: 'public', clientId }
    assert.deepEqual(identity, expected)
  })

  it('is refused when that id is none', () => {
    const env = { ...federated, MicrosoftAppClientId: 'system' }
    refused(env, [], /^MicrosoftAppClientId: expected the client id .*, a GUID$/)
  })

  it('is refused with a password as well', () => {
    refused({ ...federated, MicrosoftAppPassword }, [], /^MicrosoftAppPassword: expected to be unset.*$/)
  })
})

describe('any identity', () => {
  for (const [name, env] of Object.entries({ singleTenant, managed, certified, federated })) {
    it(`is refused without a type, which must not mean all tenants: ${name}`, () => {
      refused({ ...env, MicrosoftAppType: undefined }, [], /^MicrosoftAppType: expected SingleTenant or .*$/)
    })

    it(`is in the cloud that the settings name: ${name}`, () => {
      const { identity } = readConfig({ ...env, BOT_CLOUD: 'us-government' }, [])
      assert.equal(identity.kind !== 'none' && identity.cloud, 'us-government')
    })
  }

  for (const setting of [
    'MicrosoftAppPassword',
    'MicrosoftAppClientId',
    'CertificateThumbprint',
    'CertificatePrivateKey',
  ])
    it(`that is managed is refused with ${setting}`, () => {
      refused({ ...managed, [setting]: 'x' }, [], new RegExp(`^${setting}: expected to be unset: .*$`))
    })

  for (const BOT_CLOUD of ['azure', 'Public', 'https://botframework.azure.us'])
    it(`is refused in a cloud that is none: ${BOT_CLOUD}`, () => {
      refused({ ...managed, BOT_CLOUD }, [], /^BOT_CLOUD: expected one of public, us-government, china$/)
    })
})

describe('the list of tenants', () => {
  it('is read with spaces and capitals', () => {
    const ALLOWED_TENANTS = ` ${tenant.toUpperCase()} , ${app}`
    assert.deepEqual(readConfig({ ALLOWED_TENANTS }, []).allowedTenants, [tenant, app])
  })

  for (const ALLOWED_TENANTS of ['contoso.com', `${tenant},`, `${tenant};${app}`, '*'])
    it(`is refused when it is none: ${ALLOWED_TENANTS}`, () => {
      refused({ ALLOWED_TENANTS }, [], /^ALLOWED_TENANTS: expected ids of tenants, .*$/)
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

describe('Redis in production', () => {
  const readWith = (REDIS_URL: string) => readConfig({ ...managed, NODE_ENV: 'production', REDIS_URL }, [])

  for (const url of [
    'redis://cache',
    'redis://10.0.0.5:6379',
    'redis://127.0.0.1.example',
    'redis://localhost.example',
    'redis+cluster://localhost,cache',
    'redis+sentinel://cache/master',
  ])
    it(`is refused over ${url}`, () => {
      const env = { ...managed, NODE_ENV: 'production', REDIS_URL: url }
      refused(env, [], /^REDIS_URL: expected TLS \(rediss:\/\/\) to another host.*$/)
    })

  for (const url of ['rediss://cache', 'redis://localhost', 'redis://127.0.0.1:7000', 'redis://[::1]:6379'])
    it(`is accepted over ${url}`, () => {
      assert.ok(readWith(url).redis)
    })

  it('is accepted in the clear anywhere else', () => {
    assert.ok(readConfig({ ...managed, REDIS_URL: 'redis://cache' }, []).redis)
  })

  it('is refused together with what else is wrong', () => {
    const env = { NODE_ENV: 'production', REDIS_URL: 'redis://cache' }
    refused(env, ['--day', '5s'], /^MicrosoftAppId: .*\nREDIS_URL: .*\n--day: .*$/)
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
