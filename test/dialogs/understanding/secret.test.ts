import assert from 'node:assert/strict'
import fc from 'fast-check'
import { looksLikeSecret, secretDetector } from '../../../dialogs/understanding/secret.ts'
import { loadErrors } from '../../../src/programs/errors/index.ts'

const jwt = `eyJhbGciOiJSUzI1NiJ9.${'eyJzdWIiOiIxMjM0In0'}.c2lnbmF0dXJl`

const secrets = [
  'password: Hunter2!',
  'Password=hunter',
  'my password is Hunter2!',
  'pwd Hunter2!',
  'pass: correcthorse',
  'mot de passe = Soleil2024',
  'mot de passe : soleil',
  'Mon mot de passe est Été2024!',
  'mdp azerty123',
  'le mdp c’est Azerty123!',
  'user: admin@contoso.com password: Summer',
  'login admin pass Winter#22',
  'admin@contoso.com / Hunter2!x',
  'marie@contoso.fr:Azerty123!',
  'admin@contoso.onmicrosoft.com Hunter2!!',
  'P@ssw0rd2024!',
  jwt,
  `here you go ${jwt} thanks`,
  `abc8Q~${'a1B2c3D4e5F6g7H8'.repeat(2)}xy`,
  'client secret: 9f8sd7f9s8d7f98s7df',
  `DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${'Ab1/'.repeat(21)}Ab==`,
  'Server=tcp:db.contoso.com;User ID=sa;Password=Secret99;',
  'https://x.blob.core.windows.net/c?sv=2022&sig=abcDEF123456%2Fxyz',
  'Authorization: Bearer abcdefghijklmnop123456',
  'ghp_abcdefghijklmnopqrstuvwx0123456789',
  'Zx81kQpLm4Tr92VnBc73YwAe56',
  '{"username":"admin","password":"letmein1"}',
  'clé API : 8d7f6g5h4j3k2l1',
  'password - Hunter2!',
  'password for admin is Hunter2!',
  'le mot de passe du compte est Azerty123!',
  'api_key=9f8sd7f9s8d7',
  'DB_PASSWORD=Hunter2x',
  'AZURE_CLIENT_SECRET: abcdef123456',
  'ClientSecret = abc123def456',
  'marie@contoso.fr / soleil2024',
  'marie@contoso.fr:soleil2024',
  'marie@contoso.fr / Winter-2026',
  'admin@contoso.com Winter2026',
  'admin@contoso.com | Hunter2!x',
  'marie@contoso.fr\nHunter2!x',
  'https://admin:Hunter2@host.example/x',
  'postgres://app:S3cret@db:5432/x',
  'AKIA' + 'IOSFODNN7EXAMPLE',
  'xoxb-' + '123456789012-abcdefABCDEF',
  'sk-proj-' + 'abc123def456ghi789jkl',
  'glpat-' + 'abcdefghij1234567890',
  '-----BEGIN RSA ' + 'PRIVATE KEY-----',
  'Hunter2!Hunter2!',
  'Été2024!Soleil',
  "clé d'accès : abcd1234",
  'code d’accès: 48215',
  'mot de passe : Soleil',
  'mon mdp est Soleil2024 merci',
  'password is HunterTwo',
  'Passwords: Hunter22',
  'pass: Winter#22',
  'https://x.blob.core.windows.net/c?sv=2022&sig=abcDEF123456%2Fxyz',
  'secret: abc123',
  'Authorization: Basic YWRtaW46SHVudGVyMg==',
  'error 403 for joe / Winter2024!',
  'accès refusé pour marie / Soleil!24x',
  'AADSTS50126 for Joe | Kx7!pLm2q',
  'refresh_token: 0.AXoAabcdefghijklmnopqrstuvwxyz error 400',
  'HTTP 401 access_token=0.AXoA-9_x and then nothing',
  '"refresh_token":"0.AXoAb1c2"',
  '{\\"refresh_token\\":\\"0.AXoAb1c2\\"}',
  'error_description=x%26password%3DHunter2x',
  'https://app.example/cb#error=x&state=%26refresh_token%3D0.AXoA-b1c2d3e4f5',
  'login: joe / Winter2024! gives access denied',
  'login: joe / Winter2024!',
  'user: joe / Winter2024!',
  'username joe, pw Winter2024!',
  'sign-in: joe\nsoleil2024',
  'credentials: joe:soleil2024',
  'my pw is Kx7!pLm2q',
  'my pw: Kx7!pLm2q',
  'access denied with Kx7!pLm2q',
  'identifiant luc, code Soleil!24',
  'identifiants : luc / soleil24',
  'Cookie: ESTSAUTH=0.AXoAb1c2d3',
  'Set-Cookie: sid=4f9a8b7c6d; Path=/; HttpOnly',
  'ESTSAUTHPERSISTENT=0.AXoAb1c2d3 error 400',
  'SharedAccessSignature sr=x&sig=ab12cd34ef56%3D&se=1',
  'sig=ab12cd34ef56gh%3D&se=1',
  'Authorization: Negotiate YIIJvwYGKwYBBQUCoIIJszCC',
  'Ocp-Apim-Subscription-Key: 9f8sd7f9s8d7f98s7df',
  '<password>Hunter2x</password>',
  'password: forgotten, new password: Hunter2!',
  'token: 9f8sd7f9s8d7',
  'jeton d’accès : 9f8sd7f9s8d7',
  'card 4111 1111 1111 1111 cvv 123',
  'credit card number 4111111111111111',
  'carte bancaire 5555-5555-5555-4444, cryptogramme 123',
  'cvc: 737',
  'PIN: 4821',
  'my pin is 4821',
  'the PIN of my phone is 482 153',
  'code PIN 4821',
  'one-time code 482153',
  'verification code: 482 153',
  'OTP 482153',
  'code de vérification : 482153',
  'le code reçu par SMS est 482153',
  'BitLocker 123453-234564-345675-456786-567897-678909-111111-222222',
  'clé de récupération 123453 234564 345675 456786 567897 678909 111111 222222',
  '{"password":"letmein","user":"admin"}',
  '{"user":"admin","password":"Hunter2!","codes":[1]}',
  '{ "password": "letmein", "user": "admin" }',
  '{"client_secret":"abcdef","codes":[1]}',
  '{"text":"my password is Hunter2!","id":7}',
  '{"text":"mdp: soleil","id":7}',
  '{\\"password\\":\\"Hunter2x\\",\\"user\\":\\"admin\\"}',
  "{'password':'Hunter2x','user':'admin'}",
  '{"key":"Zx81kQpLm4Tr92VnBc73YwAe56","codes":[1]}',
  '<user><password>Hunter2x</password></user> password: Hunter2x</p>',
  'my password is Hun"ter2!',
  "mot de passe : Sol'eil24",
]

const sentences = [
  'I forgot my password',
  'mot de passe oublié ?',
  'password: forgotten',
  'my password is wrong',
  'the password is expired, what now?',
  'do you need the user name and password of the tenant?',
  'mon mot de passe ne marche plus',
  'le mot de passe est-il obligatoire ?',
  'mot de passe : je ne sais plus lequel',
  '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided.","error_codes":[7000215]}',
  '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided.","error_codes":[7000215],"timestamp":"2026-11-20 10:12:31Z","trace_id":"5d4f9c1e-8a0b-4c0e-9a53-1f6b7d3a2c10"}',
  '{"error":"invalid_grant","error_description":"AADSTS50055: The password is expired.","error_codes":[50055]}',
  '{\\"error_description\\":\\"AADSTS50055: The password is expired.\\",\\"error_codes\\":[50055]}',
  "{'error_description':'AADSTS50055: The password is expired.','error_codes':[50055]}",
  '<error><message>The password is expired.</message><code>50055</code></error>',
  '{"error_description":"AADSTS50055 : le mot de passe est expiré.","error_codes":[50055]}',
  '{"error":{"code":"InvalidRequest","status":400,"target":"password"}}',
  '{"code":"InvalidPassword","message":"Wrong password","status":400}',
  '{"error":"InvalidRequest","code":400}',
  'my Office365 password Office365 says is wrong',
  'they ask for a pass to the event',
  'it comes to pass',
  'what is a client secret',
  '5d4f9c1e-8a0b-4c0e-9a53-1f6b7d3a2c10',
  'the tenant is 5D4F9C1E-8A0B-4C0E-9A53-1F6B7D3A2C10',
  'Marie.Dupont-2@Contoso.com',
  'Marie.Dupont@contoso.com, +33 6 12 34 56 78',
  'marie@contoso.com Marie Dupont',
  'marie@contoso.com 5d4f9c1e-8a0b-4c0e-9a53-1f6b7d3a2c10',
  'Contoso-2024.onmicrosoft.com',
  'https://partner.microsoft.com/dashboard/account/v3/tenantmanagement?Tab=Partner1',
  'my case number is 2411220050001234',
  'TPD-2024-AB12',
  '+33 6 12 34 56 78',
  '1,250,000 USD',
  'Contoso SaaS, transact, 125000',
  'ContosoCloud;Transact;250000',
  'ContosoCloud;Transact;services;1.2M',
  '30/11/2026',
  'MPNGlobalAccountNotFound',
  'C++/C#',
  '',
  'Marie Dupont | Tel:+33142685300 | marie@fabrikam.example',
  'marie@fabrikam.example Tel:+33142685300',
  'marie@fabrikam.example | T:+33 1 42 68 53 00 | M:+33612345678',
  'marie@fabrikam.example WhatsApp:+33612345678',
  'marie@fabrikam.example WhatsApp+33612345678',
  'Marie Dupont, marie@fabrikam.example, @MarieDupont42',
  'marie@fabrikam.example #TeamFabrikam2026',
  'marie@fabrikam.example Skype:MarieDupont42',
  'marie@fabrikam.example LinkedIn:/in/Marie-Dupont-42',
  'marie@fabrikam.example Timestamp: 2026-11-20T10:12:31Z',
  'marie@fabrikam.example TPD-2024-AB12',
  'marie@fabrikam.example Bât.B2-12',
  'marie@fabrikam.example F-75008 Paris',
  'marie@fabrikam.example (She/Her) Office365',
  'marie@fabrikam.example FR7630006000011234567890189',
  'marie@fabrikam.example / Paris',
  'marie@fabrikam.example / FR-75008',
  'marie@fabrikam.example AADSTS50076',
  'TrackingID#2411180050001234',
  'TrackingID#2411180050001234 is my case',
  'Order#1234',
  'Case#AB12-2026',
  'INC0012345',
  'commande n°2026-AB12',
  'Correlation ID: 5d4f9c1e-8a0b-4c0e-9a53-1f6b7d3a2c10 Timestamp: 2026-11-20T10:12:31Z',
  'Request Id: 5d4f9c1e-8a0b-4c0e-9a53-1f6b7d3a2c10',
  'AADSTS50126: Error validating credentials due to invalid username or password.',
  'wrong password AADSTS50126',
  'password error 0x800704ec',
  'mot de passe : erreur AADSTS50126',
  'IBAN FR76 3000 6000 0112 3456 7890 189',
  'FR7630006000011234567890189',
  'TVA FR12345678901',
  'VAT: DE123456789',
  'ContosoCloud2026',
  'Dynamics365/Azure',
  'v2.3.1-Beta1',
  '#MarketplaceRewards2026',
  '@FabrikamISV2026',
  '2026-11-20T10:12:31.123+01:00',
  '20/11/2026 10:12',
  '$25,000/month',
  'R&D2026Plan',
  'https://outlook.office.com/mail/deeplink?ItemID=AAMkADAwATM3ZmYAZS1kNTk2LTRhYjEtMDACLTAwCgBGAAAAAAAAbcdefGHIJ0123456789==&exvsurl=1',
  'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Ffabrikam.com&data=05%7C02%7Cada%40contoso.com%7C0f2b&sdata=aB3%2FxKl4mN5pQ6r%3D&reserved=0',
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting_NGY2Zjk0YjItN2E%40thread.v2/0?context=%7b%22Tid%22%3a%225d4f9c1e%22%7d',
  'fabrikam.sharepoint.com/:w:/g/Ab12CdEf34Gh56?e=Xy7Zab',
  'I need to pass AI-102 before summer',
  'Password: ********',
  'Password: [hidden]',
  'Password: <redacted>',
  'password: unknown',
  'mot de passe : inconnu',
  'my password SharePoint asks for is wrong',
  'my OneDrive password OneDrive says is wrong',
  'mot de passe d’Office365',
  'mot de passe Windows10/11 perdu',
  'the password expired 2026-11-20',
  'password reset date is 2026-11-20',
  'the API key page v2.0 is new',
  'MPNAccountNotFoundOrNoAccess',
  'PAR-CDG-T2E',
  'Ada Lovelace <ada@fabrikam.com>; Bob42 <bob@contoso.com>',
  'Marie Dupont\nMarketing Manager\nFabrikam SAS\n12B rue de la Paix, 75002 Paris\nT +33 (0)1 42 68 53 00\nwww.fabrikam.com\nSIRET 123 456 789 00012',
  'Sent from my iPhone15Pro',
  'license plate AB-123-CD',
  'offer id: contoso-saas_v2',
  'plan: Premium2026',
  'SKU CFQ7TTC0LF8R',
  'Publisher ID: fabrikam1612345678901',
  '5d4f9c1e8a0b4c0e9a531f6b7d3a2c10',
  'Azure AD B2C',
  'Réf. 2026/AB-12',
  'how do I reset the client secret of my app?',
  'client secret ID 5d4f9c1e-8a0b-4c0e-9a53-1f6b7d3a2c10',
  'IPv6 2001:0db8:85a3:0000:0000:8a2e:0370:7334',
  'MAC 00:1A:2B:3C:4D:5E',
  '+33 1 42 68 53 00 ext.1234',
  'Contoso+Azure2026',
  'Fabrikam_Cloud_2026',
  'Winter-2026 campaign',
  'login page',
  'user: joe',
  'login: joe',
  'user: joe, error 403',
  'user joe, code 50020',
  'utilisateur : luc, erreur 50020',
  'identifiant de corrélation : 5d4f9c1e-8a0b-4c0e-9a53-1f6b7d3a2c10',
  'user: joe / AADSTS50020',
  'user: marie / Paris',
  'the login page says error 403',
  'error 403 / Forbidden!',
  'We launched ContosoCloud2026!',
  'R&D / FY2026',
  'ContosoCloud / Fabrikam2026',
  'order number 4111111111111111',
  'case 2411220050001234',
  'my card says 2411220050001234',
  'commande 4111111111111111',
  'error code 482153',
  'code 50020',
  'the error code is 50126',
  'code postal 75008',
  'the pin is wrong',
  'code PIN oublié',
  'I did not get a one-time code',
  'verification code error 500121',
  'AADSTS700082: The refresh token has expired due to inactivity. The token was issued on 2026-01-01T00:00:00Z and was inactive for 90.00:00:00.',
  '"refresh_token":"[redacted]"',
  'refresh_token: missing',
  'token expired',
  'cookies are blocked: error 403',
  'Cookie: none',
  'see Sheet1!A1',
  'pin the tab',
]

describe('looking for secrets in what was typed', () => {
  for (const text of secrets)
    it(`finds one in ${JSON.stringify(text.slice(0, 60))}`, () => assert.equal(looksLikeSecret(text), true))
  for (const text of sentences)
    it(`finds none in ${JSON.stringify(text.slice(0, 60))}`, () => assert.equal(looksLikeSecret(text), false))

  it('finds one at the end of a text that is too long to be read as a whole', () =>
    assert.equal(looksLikeSecret(`${'It failed again. '.repeat(2000)}password: Hunter2!`), true))

  it('finds none in the errors that are known', () => {
    const messages = loadErrors().errors.flatMap(({ messages = {}, codes = [] }) => [
      ...Object.values(messages).flat(),
      ...codes.map((code) => `Error code: ${code} for user: joe`),
    ])
    assert.deepEqual(messages.filter(looksLikeSecret), [])
  })

  it('answers for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof looksLikeSecret(text) === 'boolean'),
    )
  })

  it('finds a password wherever it stands in a sentence', () => {
    const word = fc.constantFrom('well', 'my', 'account', 'voici', 'donc')
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (before, after) =>
        looksLikeSecret([...before, 'password: Hunter2!', ...after].join(' ')),
      ),
    )
  })

  describe('in signatures', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`))
    const name = fc.constantFrom(
      'Marie Dupont',
      'Ada Lovelace',
      'Jean-Pierre L’Hermite',
      'Zoë O’Neil',
      'José García',
    )
    const label = fc.constantFrom(
      'Tel:',
      'T:',
      'Tél. : ',
      'Mob.',
      'Mobile:',
      'M +',
      'Phone ',
      'WhatsApp:',
      '',
    )
    const phone = fc.tuple(label, digits(11)).map(([before, number]) => `${before}+${number}`)
    const mail = fc.constantFrom(
      'marie@fabrikam.example',
      'Ada.Lovelace-2@contoso.co.uk',
      'jp.hermite@fabrikam.onmicrosoft.com',
    )
    const other = fc.oneof(
      fc.constantFrom(
        'Marketing Manager',
        'Fabrikam SAS',
        'www.fabrikam.example/fr',
        'https://fabrikam.example/?id=Ab12Cd34',
      ),
      fc.constantFrom(
        '12B rue de la Paix, 75002 Paris',
        '#FabrikamCloud2026',
        '@FabrikamISV2026',
        'ISO27001:2022',
        'Office365',
      ),
      digits(14).map((number) => `SIRET ${number}`),
      digits(11).map((number) => `TVA FR${number}`),
      digits(16).map((number) => `TrackingID#${number}`),
      fc.uuid().map((id) => `Correlation ID: ${id}`),
      fc
        .date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2099-01-01') })
        .map((date) => `Timestamp: ${date.toISOString()}`),
    )
    const parts = fc.tuple(name, phone, mail, other, other)

    it('finds none, in whatever order and however they are separated', () => {
      fc.assert(
        fc.property(
          parts.chain((some) => fc.shuffledSubarray(some, { minLength: 2 })),
          fc.constantFrom(' | ', '\n', ' · ', ', ', ' - ', ' '),
          (some, between) => assert.equal(looksLikeSecret(some.join(between)), false),
        ),
        { numRuns: 1000 },
      )
    })
  })

  describe('of each kind', () => {
    const word = fc.stringMatching(/^[a-z]{4,6}[A-Z]{1,3}[2-9]{2,4}[!$%&*?]{1,2}$/)
    const long = (length: number) => fc.stringMatching(new RegExp(`^[a-z][A-Z][0-9][A-Za-z0-9]{${length}}$`))
    const keys = fc.constantFrom(
      'password',
      'Passwd',
      'api key',
      'API_KEY',
      'mot de passe',
      'MDP',
      'clé d’accès',
      'client-secret',
    )
    const kinds: Readonly<Record<string, fc.Arbitrary<string>>> = {
      'after a word for it': fc
        .tuple(keys, fc.constantFrom(': ', '=', ' = ', ' -> ', ' - ', ' is ', ' est ', ' '), word)
        .map((each) => each.join('')),
      'after an address': fc
        .tuple(fc.constantFrom(' / ', ':', ' | ', '\n', ' ', ' : ', ';'), word)
        .map((each) => `ada@contoso.com${each.join('')}`),
      'that stands alone': word.filter((each) => each.length >= 8),
      'that is a long key': long(24),
      'in a connection string': word.map((each) => `Server=tcp:db;User ID=sa;Password=${each};Encrypt=True`),
      'of a storage account': long(83).map((each) => `AccountName=x;AccountKey=${each}==`),
      'in a shared access signature': long(40).map(
        (each) => `https://x.blob.core.windows.net/c?sv=2022&sig=${each}%3D`,
      ),
      'as a JSON Web Token': fc
        .tuple(long(30), long(40), long(40))
        .map(([a, b, c]) => `eyJ${a}.eyJ${b}.${c}`),
      'of an Entra app': fc.tuple(long(0), long(30)).map(([a, b]) => `${a}8Q~${b}`),
      'of GitHub': long(33).map((each) => `here: ghp_${each}`),
      'of Slack': long(30).map((each) => `xox${'b'}-1234-${each}`),
      'in an address': word.map((each) => `https://admin:${each.replaceAll('?', '!')}@host.example/path`),
      'in a header': long(40).map((each) => `Authorization: Bearer ${each}`),
      'as PEM': long(60).map((each) => `-----BEGIN ${'PRIVATE'} KEY-----\n${each}\n-----END`),
    }
    for (const [kind, secret] of Object.entries(kinds))
      it(`finds one ${kind}`, () => {
        fc.assert(fc.property(secret, (text) => assert.equal(looksLikeSecret(text), true)))
      })
  })

  it('knows the words of a further language once its file has them', () => {
    const german = {
      names: ['Passwort', 'Kennwort'],
      is: ['ist'],
      noValue: ['vergessen'],
      numbers: ['Auftrag'],
    }
    const find = secretDetector([german])
    assert.deepEqual(
      ['Passwort: Sommer', 'mein Kennwort ist Sommer24', 'Passwort: vergessen', 'Auftrag#1234'].map(find),
      [true, true, false, false],
    )
    assert.equal(looksLikeSecret('Passwort: Sommer'), false)
  })

  it('reads a long text at once', () => {
    const text = 'password '.repeat(1000) + 'a'.repeat(5000)
    const started = process.hrtime.bigint()
    looksLikeSecret(text)
    assert.ok(process.hrtime.bigint() - started < 500_000_000n)
  })
})
