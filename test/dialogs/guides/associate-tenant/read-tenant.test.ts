import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readTenant } from '../../../../dialogs/guides/associate-tenant/read-tenant.ts'
import { rewards } from '../../../core/example.ts'

const guid = '72f988bf-86f1-41af-91ab-2d7cd011db47'
const other = '5d4f9c1e-8a0b-4c0e-9a53-1f6b7d3a2c10'
const words = {
  consumerDomains: rewards.contactRules.consumerDomains,
  labels: ['tenant', 'directory', 'locataire', 'annuaire'],
}
const read = (text: string) => readTenant(text, words)
/** The tenant, or what stands against it with what is suggested or was named. */
const outcome = (text: string): string => {
  const found = read(text)
  if (!('problem' in found)) return found.value
  return [found.problem, found.suggestion, ...(found.names ?? [])].filter(Boolean).join(' ')
}

const safe = (address: string, host = 'eur01.safelinks.protection.outlook.com') =>
  `https://${host}/?url=${encodeURIComponent(address)}&data=05%7C02%7Cada%40contoso.com%7C0f2b%7C${other}%7C0%7C0&sdata=aB3%2Fx%3D&reserved=0`
const teamsProxy = (address: string) =>
  `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?url=${encodeURIComponent(address)}&locale=en-us`
const context = encodeURIComponent(`{"Tid":"${guid}","Oid":"${other}"}`)

describe('the tenant in a text', () => {
  const addresses: Readonly<Record<string, string>> = {
    'https://www.fabrikam.com/about?x=1': 'fabrikam.com',
    'https://shop.fabrikam.co.uk/': 'fabrikam.co.uk',
    'www.fabrikam.com/contact': 'fabrikam.com',
    'https://fabrikam.com:8443/x': 'fabrikam.com',
    '<https://fabrikam.com/>': 'fabrikam.com',
    '[our site](https://fabrikam.com/)': 'fabrikam.com',
    'https://fabrikam.onmicrosoft.com/': 'fabrikam.onmicrosoft.com',
    [`https://login.microsoftonline.com/${guid}/oauth2`]: guid,
    'https://login.microsoftonline.us/fabrikam.onmicrosoft.us/v2.0': 'fabrikam.onmicrosoft.us',
    'https://login.partner.microsoftonline.cn/fabrikam.partner.onmschina.cn/':
      'fabrikam.partner.onmschina.cn',
    [`https://sts.windows.net/${guid}/`]: guid,
    'https://portal.azure.com/#@fabrikam.com/resource/subscriptions/x': 'fabrikam.com',
    'https://portal.azure.com/fabrikam.onmicrosoft.com#view/x': 'fabrikam.onmicrosoft.com',
    'https://portal.azure.com/signin/index/@fabrikam.com': 'fabrikam.com',
    [`https://portal.azure.com/#view/Microsoft_AAD_IAM/Blade/tenantId/${guid}`]: guid,
    [`https://entra.microsoft.com/?tenantId=${guid}`]: guid,
    [`https://security.microsoft.com/incidents?tid=${guid}`]: guid,
    [`https://app.powerbi.com/groups/me?ctid=${guid}`]: guid,
    [`https://account.activedirectory.windowsazure.com/r#/applications?tenantId=${guid}`]: guid,
    [`https://myapps.microsoft.com/?TenantID=${guid}`]: guid,
    'https://outlook.office.com/owa/?realm=fabrikam.com': 'fabrikam.com',
    'https://outlook.office365.com/owa/fabrikam.com': 'fabrikam.com',
    'https://fabrikamid.b2clogin.com/fabrikamid.onmicrosoft.com/oauth2': 'fabrikamid.onmicrosoft.com',
    [`https://teams.microsoft.com/l/channel/19%3aabc%40thread.tacv2/General?groupId=${other}&tenantId=${guid}`]:
      guid,
    [`https://teams.microsoft.com/l/meetup-join/19:meeting_x@thread.v2/0?context=${context}`]: guid,
    [`https://teams.microsoft.com/dl/launcher/launcher.html?url=${encodeURIComponent(`/_#/l/meetup-join/19:x@thread.v2/0?context=${context}`)}&type=meetup-join`]:
      guid,
    'https://teams.cloud.microsoft/l/entity/x?webUrl=https%3A%2F%2Ffabrikam.com%2Ftab': 'fabrikam.com',
    'https://partner.microsoft.com/dashboard': 'microsoft-page',
    [`https://partner.microsoft.com/commerce/customers/${guid}/account`]: 'microsoft-page',
    [`https://admin.powerplatform.microsoft.com/environments/${guid}/hub`]: 'microsoft-page',
    'https://admin.cloud.microsoft/?#/homepage': 'microsoft-page',
    'https://m365.cloud.microsoft/chat': 'microsoft-page',
    'https://www.microsoft365.com/': 'microsoft-page',
    'https://entra.microsoft.com/#home': 'microsoft-page',
    'https://portal.azure.cn/': 'microsoft-page',
    'https://contoso.blob.core.windows.net/c/index.html': 'microsoft-page',
    'https://learn.microsoft.com/index.html': 'microsoft-page',
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?redirect_uri=https%3A%2F%2Fapp.contoso.com':
      'microsoft-page',
    'https://onedrive.live.com/?id=1': 'microsoft-page',
    'https://outlook.office365.com/mail/': 'microsoft-page',
    'https://fabrikam.sharepoint.com/sites/Sales': 'sharepoint fabrikam.onmicrosoft.com',
    'https://fabrikam-my.sharepoint.com/personal/ada_fabrikam_com/': 'sharepoint fabrikam.onmicrosoft.com',
    'https://': 'name-only',
  }
  for (const [address, tenant] of Object.entries(addresses))
    it(`in ${address} is ${tenant}`, () => assert.equal(outcome(address), tenant))

  describe('in an address that a mail or chat service wrapped', () => {
    const site = 'https://www.fabrikam.com/about'
    const wrapped: Readonly<Record<string, string>> = {
      'Safe Links': safe(site),
      'Safe Links of another region': safe(site, 'nam12.safelinks.protection.outlook.com'),
      "Safe Links of the government's cloud": safe(site, 'usg01.safelinks.protection.office365.us'),
      'Safe Links in China': safe(site, 'chn01.safelinks.protection.partner.outlook.cn'),
      'the page of Teams': teamsProxy(site),
      'the proxy of Teams': `https://eu-api.asyncgw.teams.microsoft.com/urlp/v1/url/content?url=${encodeURIComponent(site)}`,
      'the proxy of Skype': `https://urlp.asm.skype.com/v1/url/content?url=${encodeURIComponent(site)}`,
      'Teams around Safe Links': teamsProxy(safe(site)),
      'Safe Links around Teams around Safe Links': safe(teamsProxy(safe(site))),
      'a launcher around Safe Links': `https://teams.microsoft.com/l/x?url=${encodeURIComponent(safe(site))}`,
      Proofpoint: 'https://urldefense.com/v3/__https://www.fabrikam.com/about__;!!abc!def$',
      'version 2 of Proofpoint':
        'https://urldefense.proofpoint.com/v2/url?u=https-3A__www.fabrikam.com_about&d=Dw',
      Cisco: 'https://secure-web.cisco.com/1aBc/https%3A%2F%2Fwww.fabrikam.com%2Fabout',
    }
    for (const [service, address] of Object.entries(wrapped))
      it(`(${service}) is that of the page within`, () => assert.equal(outcome(address), 'fabrikam.com'))

    it('is what a page of Microsoft within names', () => {
      assert.equal(outcome(safe(`https://portal.azure.com/?tenantId=${guid}`)), guid)
      assert.equal(outcome(safe('https://partner.microsoft.com/')), 'microsoft-page')
      assert.equal(
        outcome(teamsProxy('https://fabrikam.sharepoint.com/x')),
        'sharepoint fabrikam.onmicrosoft.com',
      )
    })

    it('is never the wrapper, however often it is wrapped and whatever is in it', () => {
      const wrap = fc.constantFrom(safe, teamsProxy)
      fc.assert(
        fc.property(fc.webUrl(), fc.array(wrap, { minLength: 1, maxLength: 4 }), (url, wraps) => {
          const found = outcome(wraps.reduce((address, each) => each(address), url))
          return !/outlook|office\.net/.test(found)
        }),
      )
    })
  })

  describe('in a sentence', () => {
    const sentences: Readonly<Record<string, string>> = {
      [`Tenant ID: ${guid}`]: guid,
      [`Tenant ID:${guid.toUpperCase()}`]: guid,
      [`our tenant id is {${guid}}.`]: guid,
      [`L'ID du locataire : ${guid}`]: guid,
      [`urn:uuid:${guid} please`]: guid,
      [`{"tenantId":"${guid}"}`]: guid,
      [`tenant ${guid.replaceAll('-', '')} I think`]: guid,
      'our tenant is fabrikam.com': 'fabrikam.com',
      'Our tenant is Fabrikam.com, thanks!': 'fabrikam.com',
      'notre locataire est « fabrikam.fr »': 'fabrikam.fr',
      'le locataire, c’est «fabrikam.fr»': 'fabrikam.fr',
      'tenant:fabrikam.com': 'fabrikam.com',
      'it is **fabrikam.cloud** (production)': 'fabrikam.cloud',
      'the tenant is fabrikam.example': 'fabrikam.example',
      'tenant = fabrikam.onmicrosoft.com, see https://learn.microsoft.com/entra': 'fabrikam.onmicrosoft.com',
      'fabrikam.com (https://www.fabrikam.com/)': 'fabrikam.com',
      'the tenant is fabrikam.com, ask ada@contoso.com': 'fabrikam.com',
      'I sign in as ada@fabrikam.com': 'email fabrikam.com',
      'ada_contoso.com#EXT#@fabrikam.onmicrosoft.com': 'email fabrikam.onmicrosoft.com',
      [`Application (client) ID: ${other}\nDirectory (tenant) ID: ${guid}`]: guid,
      [`Name\nFabrikam\nTenant ID\n${guid}\nPrimary domain\nfabrikam.onmicrosoft.com`]: guid,
      'see https://fabrikam.sharepoint.com/sites/x please': 'sharepoint fabrikam.onmicrosoft.com',
      'either fabrikam.com or contoso.com': 'several fabrikam.com contoso.com',
      [`${guid} and ${other}`]: `several ${guid} ${other}`,
      'it runs on Node.js': 'name-only',
      'Fabrikam France SAS': 'name-only',
      'everything at https://partner.microsoft.com/dashboard': 'microsoft-page',
      'we all use gmail.com': 'consumer-domain',
    }
    for (const [sentence, tenant] of Object.entries(sentences))
      it(`${JSON.stringify(sentence)} is ${tenant}`, () => assert.equal(outcome(sentence), tenant))

    it('is found whatever stands around it', () => {
      const plain = fc.array(
        fc.constantFrom('our', 'tenant', 'is', 'le', 'voici', '–', 'bonjour,', 'thanks!'),
      )
      fc.assert(
        fc.property(plain, fc.uuid(), plain, (before, id, after) => {
          assert.equal(outcome([...before, id, ...after].join(' ')), id)
        }),
      )
    })
  })

  it('is found by its label, with any punctuation of a language', () => {
    const labels = ['n.º de inquilino (ID)', 'tenant*', 'id)']
    for (const label of labels)
      assert.deepEqual(readTenant(`contoso.com ${label}: ${guid} ${other}`, { ...words, labels: [label] }), {
        kind: 'guid',
        value: guid,
      })
  })

  it('is read again as the same', () => {
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        const found = read(domain)
        fc.pre(!('problem' in found))
        assert.deepEqual(read(found.value), found)
      }),
    )
  })

  it('never makes it throw, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof read(text) === 'object'))
    fc.assert(
      fc.property(
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        (url) => typeof read(url) === 'object',
      ),
    )
  })
})
