import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type PreflightAnswers, parseTenant, preflight } from '../../../src/core/tenants/tenant.ts'
import { frontier, rewards } from '../example.ts'

const guid = '72f988bf-86f1-41af-91ab-2d7cd011db47'
const parse = (text: string) => parseTenant(text, rewards.contactRules.consumerDomains)

describe('a tenant', () => {
  const read = {
    [guid]: { kind: 'guid', value: guid },
    [` {${guid.toUpperCase()}} `]: { kind: 'guid', value: guid },
    [guid.replaceAll('-', '')]: { kind: 'guid', value: guid },
    'Contoso.onmicrosoft.com': { kind: 'domain', value: 'contoso.onmicrosoft.com' },
    'www.contoso.co.uk': { kind: 'domain', value: 'contoso.co.uk' },
    'société.fr': { kind: 'domain', value: 'xn--socit-esab.fr' },
    [`(${guid})`]: { kind: 'guid', value: guid },
    [`urn:uuid:${guid}`]: { kind: 'guid', value: guid },
    'contoso.onmicrosoft.us': { kind: 'domain', value: 'contoso.onmicrosoft.us' },
    'contoso.partner.onmschina.cn': { kind: 'domain', value: 'contoso.partner.onmschina.cn' },
    'contoso.mail.onmicrosoft.com': { kind: 'domain', value: 'contoso.mail.onmicrosoft.com' },
    'azure-consulting.com': { kind: 'domain', value: 'azure-consulting.com' },
  }
  for (const [text, tenant] of Object.entries(read))
    it(`is read from ${text}`, () => {
      assert.deepEqual(parse(text), tenant)
    })

  const unread = {
    '  ': { problem: 'empty' },
    'ada@contoso.com': { problem: 'email', suggestion: 'contoso.com' },
    'ada@gmail.com': { problem: 'email' },
    'gmail.com': { problem: 'consumer-domain' },
    Contoso: { problem: 'name-only' },
    'Contoso France SAS': { problem: 'name-only' },
    '-contoso-.com': { problem: 'name-only' },
    '192.168.0.1': { problem: 'name-only' },
    'admin.cloud.microsoft': { problem: 'microsoft-page' },
    'portal.azure.us': { problem: 'microsoft-page' },
    'contosodev.azurewebsites.net': { problem: 'microsoft-page' },
    'onmicrosoft.com': { problem: 'microsoft-page' },
    'ada@microsoft.com': { problem: 'email' },
    'contoso.sharepoint.com': { problem: 'sharepoint', suggestion: 'contoso.onmicrosoft.com' },
    'contoso-my.sharepoint.com': { problem: 'sharepoint', suggestion: 'contoso.onmicrosoft.com' },
    'contoso-admin.sharepoint.us': { problem: 'sharepoint', suggestion: 'contoso.onmicrosoft.us' },
    'contoso.sharepoint.cn': { problem: 'sharepoint', suggestion: 'contoso.partner.onmschina.cn' },
    'contoso.b2clogin.com': { problem: 'sharepoint', suggestion: 'contoso.onmicrosoft.com' },
    '9188040d-6c67-4c5b-b112-36a304b66dad': { problem: 'personal-accounts' },
    '00000000-0000-0000-0000-000000000000': { problem: 'personal-accounts' },
  }
  for (const [text, problem] of Object.entries(unread))
    it(`is not read from '${text}', but why is said`, () => {
      assert.deepEqual(parse(text), problem)
    })

  it('is read from every GUID, in whatever case', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        assert.deepEqual(parse(uuid.toUpperCase()), { kind: 'guid', value: uuid })
      }),
    )
  })

  it('is read from its own value again', () => {
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        const found = parse(domain)
        fc.pre(!('problem' in found))
        assert.deepEqual(parse(found.value), found)
      }),
    )
  })

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof parse(text) === 'object'))
  })
})

describe('the checks before a tenant is associated', () => {
  const fine: PreflightAnswers = {
    tenant: 'fabrikam.example',
    role: 'global-admin',
    account: 'pga',
    guest: 'no',
    tiedElsewhere: 'no',
  }
  const codes = (changes: Partial<PreflightAnswers>) =>
    preflight(rewards, { ...fine, ...changes }).map(({ code, blocking }) => `${code}${blocking ? '!' : ''}`)

  it('find nothing when all is in order', () => {
    assert.deepEqual(codes({}), [])
  })

  it('find everything that the portal would refuse', () => {
    assert.deepEqual(
      codes({
        role: 'partner-admin',
        account: 'location',
        guest: 'yes',
        tiedElsewhere: 'yes',
      }),
      ['role!', 'location-account!', 'guest!', 'tied-elsewhere!'],
    )
  })

  it('name what to check, without stopping', () => {
    assert.deepEqual(
      codes({ role: undefined, account: 'unknown', guest: 'unknown', tiedElsewhere: 'unknown' }),
      ['role-unknown', 'account-unknown', 'guest-unknown', 'tied-unknown'],
    )
  })

  it('are unsure of an Account admin', () => {
    assert.deepEqual(codes({ role: 'account-admin' }), ['role-unsure'])
  })

  it('say who may', () => {
    const [problem] = preflight(rewards, { ...fine, role: 'other' })
    assert.deepEqual(problem?.allowed, rewards.roles.associateTenant)
  })

  it('are the same in the new program', () => {
    assert.deepEqual(preflight(frontier, fine), [])
  })
})
