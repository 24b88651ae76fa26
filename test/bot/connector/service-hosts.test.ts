import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createServiceHosts } from '../../../bot/connector/service-hosts.ts'
import { type Cloud, clouds } from '../../../src/config/identity.ts'

const strict = createServiceHosts({ extra: [], local: false })
const local = createServiceHosts({ extra: [], local: true })
const wider = createServiceHosts({ extra: ['bot.contoso.com', '*.contoso.net'], local: false })

/** As Microsoft's SDKs and pages give them, with the cloud in which a bot is registered. */
const documented: readonly (readonly [Cloud, string])[] = [
  ['public', 'https://smba.trafficmanager.net/teams/'],
  ['public', 'https://smba.trafficmanager.net/in/'],
  ['public', 'https://smba.onyx.prod.teams.trafficmanager.net/amer/'],
  ['public', 'https://smba.infra.gcc.teams.microsoft.com/teams'],
  ['public', 'https://europe.api.botframework.com'],
  ['us-government', 'https://smba.infra.gov.teams.microsoft.us/teams'],
  ['us-government', 'https://smba.infra.gov.teams.microsoft.us/gcch'],
  ['us-government', 'https://smba.infra.dod.teams.microsoft.us/teams'],
  ['us-government', 'https://api.botframework.azure.us'],
  ['china', 'https://frontend.botapi.msg.infra.teams.microsoftonline.cn/'],
  ['china', 'https://api.botframework.azure.cn'],
]

describe('an address of a cloud', () => {
  for (const [own, url] of documented)
    it(`is served by a bot in the cloud ${own}, and gets no token of another cloud: ${url}`, () => {
      const serving = clouds.filter((cloud) =>
        createServiceHosts({ cloud, extra: [], local: false }).allow(url),
      )
      assert.deepEqual(serving, [own])
      assert.equal(local.allow(url), true)
    })

  it('looks like one of Microsoft, and is none', () => {
    const names = documented.map(([, url]) => new URL(url).hostname)
    const alike = names.flatMap((name) => [
      `${name}.evil.example`,
      `evil-${name}`,
      name.replace('.', '-'),
      name.replace(/\.[a-z]+$/, '.example'),
      `${name}.`,
      name.replace('smba.infra.', 'smba.infra.evil.'),
    ])
    const notOurs = alike.filter((name) => !names.includes(name) && !/\.botframework\./.test(name))
    const every = [local, ...clouds.map((cloud) => createServiceHosts({ cloud, extra: [], local: false }))]
    for (const name of notOurs) assert.ok(!every.some(({ allow }) => allow(`https://${name}/`)), name)
    for (const name of ['evilbotframework.us', 'botframework.us.evil.example', 'botframework.azure.cn'])
      assert.ok(!every.some(({ allow }) => allow(`https://${name}/`)), name)
  })

  it('may be of a cloud that the bot does not know, where a setting adds its host', () => {
    const bleu = 'https://smba.teams.sovcloud-core.fr/'
    assert.equal(local.allow(bleu), false)
    const wide = createServiceHosts({ cloud: 'public', extra: ['smba.teams.sovcloud-core.fr'], local: false })
    assert.equal(wide.allow(bleu), true)
  })
})

describe('an address of the channel', () => {
  for (const url of [
    'https://smba.trafficmanager.net/amer/',
    'https://SMBA.trafficmanager.net/emea/72f988bf-86f1-41af-91ab-2d7cd011db47/',
    'https://smba.infra.gcc.teams.microsoft.com/gcc/',
    'https://smba.infra.gov.teams.microsoft.us/',
    'https://webchat.botframework.com/',
    'https://directline.botframework.azure.us/',
    'https://a.b.botframework.us',
    'https://webchat.botframework.azure.cn/',
  ])
    it(`may be ${url}`, () => assert.equal(strict.allow(url), true))

  for (const url of [
    'http://smba.trafficmanager.net/amer/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/smba.trafficmanager.net/',
    'https://evil.trafficmanager.net/',
    'https://evilbotframework.com/',
    'https://botframework.com/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://evil.example\\@smba.trafficmanager.net/',
    'https://evil.example#.botframework.com',
    'https://evil.example/?.botframework.com',
    'https://user:word@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net./',
    'https://127.0.0.1/',
    'ftp://webchat.botframework.com/',
    'javascript:alert(1)',
    'smba.trafficmanager.net',
    '',
  ])
    it(`may not be ${JSON.stringify(url)}`, () => {
      assert.equal(strict.allow(url), false)
      assert.equal(local.allow(url), false)
    })

  for (const url of ['http://localhost:3979', 'http://127.0.0.1:56150/_connector', 'http://[::1]:80/']) {
    it(`may be ${url} where there is no authentication`, () => assert.equal(local.allow(url), true))
    it(`may not be ${url} where there is`, () => assert.equal(strict.allow(url), false))
  }

  for (const url of [
    'http://localhost.evil.example/',
    'http://127.0.0.1.nip.io/',
    'http://127.0.0.2:80/',
    'http://10.0.0.1/',
  ])
    it(`is not on this machine: ${url}`, () => assert.equal(local.allow(url), false))

  it('may be of a host that a setting adds', () => {
    const urls = ['https://bot.contoso.com/x', 'https://eu.contoso.net:8443/', 'https://a.b.contoso.net/']
    assert.deepEqual(urls.map(wider.allow), [true, true, true])
    const others = [
      'http://bot.contoso.com/',
      'https://contoso.net/',
      'https://evil-contoso.net/',
      'https://x.bot.contoso.com/',
    ]
    assert.deepEqual(others.map(wider.allow), [false, false, false, false])
  })

  it('is none for anything else that looks like an address, and nothing breaks', () => {
    fc.assert(fc.property(fc.oneof(fc.webUrl(), fc.string()), (url) => !strict.allow(url)))
  })
})
