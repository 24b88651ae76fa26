import assert from 'node:assert/strict'
import fc from 'fast-check'
import { longestPaste, lookupPage } from '../../../src/core/errors/particulars.ts'
import { keepable, particularsOf, withoutPeople } from '../../../src/programs/errors/pasted.ts'

const trace = '11111111-aaaa-4bbb-8ccc-222222222222'
const tenant = '72f988bf-86f1-41af-91ab-2d7cd011db47'
const bare = (id: string) => id.replaceAll('-', '')
const user = '99999999-eeee-4fff-8aaa-333333333333'

const people: readonly (readonly [text: string, secret: string])[] = [
  ["User account 'marie.dupont@fabrikam.example' from identity provider 'live.com'", 'marie'],
  ['login_hint=marie.dupont%40fabrikam.example&state=1', 'marie'],
  ['marie_fabrikam.example#EXT#@contoso.onmicrosoft.com is a guest', 'marie'],
  ["User account 'Marie Dupont' does not exist", 'Dupont'],
  ['User account Marie Dupont from identity provider live.com does not exist', 'Dupont'],
  ["Le compte d'utilisateur « Marie Dupont » n'existe pas", 'Dupont'],
  ['Signed in as Marie Dupont', 'Dupont'],
  ['Connecté en tant que Marie Dupont', 'Dupont'],
  ["User account 'Jean O'Neil' from identity provider 'x'", 'Neil'],
  ["Hello, I'm Marie Dupont and I see: something went wrong", 'Dupont'],
  ['Account: Marie Dupont\nRequest failed', 'Dupont'],
  ['User: marie dupont', 'dupont'],
  ["Nom d'utilisateur : marie.dupont", 'dupont'],
  ['{"display_name":"Marie Dupont","upn":"mdupont"}', 'upont'],
  ['Hello Marie Dupont,\nsomething went wrong', 'Dupont'],
  ['Bonjour, je suis Marie Dupont, une erreur est survenue', 'Dupont'],
  ['An error occurred.\nRegards,\nMarie Dupont', 'Dupont'],
  ['Something went wrong\nCordialement,\nMarie Dupont\n+33 6 12 34 56 78', '12 34'],
  ['something went wrong, call 06 12 34 56 78', '12 34'],
  ['something went wrong, call (206) 555-0100', '0100'],
  ['at C:\\Users\\mdupont\\app.js', 'mdupont'],
  ['at /home/mdupont/app.js', 'mdupont'],
  ['IP address: 203.0.113.9', '203.0'],
  ['CONTOSO\\jane is not allowed to do this', 'jane'],
  ['access denied for contoso\\jane.doe', 'jane'],
  ['{"account":"CONTOSO\\\\nancy"}', 'ancy'],
  ['AzureAD\\MarieDupont cannot sign in', 'Dupont'],
  ['user=CONTOSO%5Cjane&x=1', 'jane'],
  [`User object ID: ${user}`, user],
  [`does not exist in tenant '${tenant}'`, tenant],
  [`https://login.microsoftonline.com/${tenant}/oauth2`, tenant],
  [`ID de locataire : ${tenant}`, tenant],
  [`Tenant ID: ${bare(tenant)}`, bare(tenant)],
  [`TENANT ID: ${bare(tenant).toUpperCase()}`, bare(tenant).toUpperCase()],
  [`https://login.microsoftonline.com/${bare(tenant)}/oauth2`, bare(tenant)],
  [`https://sts.windows.net/${tenant}/`, tenant],
  [`error_description=AADSTS50020%3a+not+in+tenant+%27${tenant}%27`, tenant],
  [`{"message":"not in tenant \\u0027${tenant}\\u0027"}`, tenant],
  [`{"message":"Tenant:\\n${bare(tenant)}"}`, bare(tenant)],
]

describe('a pasted error', () => {
  for (const [text, secret] of people)
    it(`loses who it was: ${text.slice(0, 50)}`, () => assert.ok(!withoutPeople(text).includes(secret)))

  const kept = [
    `AADSTS50076: text\nTrace ID: ${trace}\nCorrelation ID: ${trace}\nTimestamp: 2026-11-22 08:14:55Z`,
    `Something went wrong\n${trace}`,
    `Request Id: ${trace} | 2026-11-22T08:14:55.123+01:00`,
    `ID de corrélation : ${trace}`,
    `Correlation ID: ${bare(trace)}`,
    `application '${trace}'(Partner Center)`,
    'Error code: 715-123280',
    '(0x80070057) version 1.2.3',
    'at C:\\Program\\Contoso\\app.js',
    'HKLM\\Software was not found',
    'at bin\\partner.dll',
    'at src\\load\\page.ts',
    'failed\\nTrace follows',
    'NT AUTHORITY\\SYSTEM',
    '\\\\server\\share',
    'MPNAccountNotVetted: The Partner One ID (1234567) has not completed the vetting process.',
  ]
  for (const text of kept)
    it(`keeps what support asks for: ${text.slice(0, 50)}`, () => assert.equal(withoutPeople(text), text))

  it('keeps the ids of the request beside those of people', () => {
    assert.equal(
      withoutPeople(`User '${user}' in tenant '${tenant}'. Correlation ID: ${trace}`),
      `User '[id]' in tenant '[id]'. Correlation ID: ${trace}`,
    )
  })

  it('has no address left, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.emailAddress(), fc.string(), (before, address, after) => {
        const domain = address.slice(address.indexOf('@'))
        return !withoutPeople(`${before} ${address} ${after}`).includes(domain)
      }),
    )
  })

  it('is not changed by a second cleaning', () => {
    for (const [text] of people) assert.equal(withoutPeople(withoutPeople(text)), withoutPeople(text))
  })

  it('fits its form however long it is, with its beginning and end', () => {
    const text = `AADSTS50999: begins\n${'x'.repeat(9000)}\nCorrelation ID: ${trace}`
    const short = keepable(text)
    assert.ok(short.length <= longestPaste && short.startsWith('AADSTS50999') && short.endsWith(trace))
  })

  it('tells its codes, ids and time', () => {
    const text = `error code 900421 AADSTS50999: Text. Trace ID: ${trace} Correlation ID: ${user} Timestamp: 2026-11-22 08:14:55Z`
    assert.deepEqual(particularsOf(text), {
      codes: ['AADSTS50999', '900421'],
      ids: [
        { name: 'Correlation ID', value: user },
        { name: 'Trace ID', value: trace },
      ],
      time: '2026-11-22 08:14:55Z',
    })
  })

  it('tells them in JSON and French, too', () => {
    const json = particularsOf(`{"error_codes":[50999],"correlation_id":"${trace}"}`)
    const french = particularsOf(`Une erreur est survenue\nID de corrélation : ${trace}\n22/11/2026 à 08:14`)
    assert.deepEqual([json.codes, json.ids], [['50999'], [{ name: 'Correlation ID', value: trace }]])
    assert.deepEqual(
      [french.ids, french.time],
      [[{ name: 'Correlation ID', value: trace }], '22/11/2026 à 08:14'],
    )
  })

  it('leads to Microsoft’s page about its code, where it has one', () => {
    assert.equal(lookupPage('AADSTS50999: text'), 'https://login.microsoftonline.com/error?code=50999')
    assert.equal(lookupPage('Something went wrong'), undefined)
  })
})
