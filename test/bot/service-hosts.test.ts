import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createServiceHosts } from '../../bot/service-hosts.ts'

const strict = createServiceHosts({ extra: [], local: false })
const local = createServiceHosts({ extra: [], local: true })
const wider = createServiceHosts({ extra: ['bot.contoso.com', '*.contoso.net'], local: false })

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
