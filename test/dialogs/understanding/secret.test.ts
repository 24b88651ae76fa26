import assert from 'node:assert/strict'
import fc from 'fast-check'
import { looksLikeSecret } from '../../../dialogs/understanding/secret.ts'

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
]

describe('looking for secrets in what was typed', () => {
  for (const text of secrets)
    it(`finds one in ${JSON.stringify(text.slice(0, 60))}`, () => assert.equal(looksLikeSecret(text), true))
  for (const text of sentences)
    it(`finds none in ${JSON.stringify(text.slice(0, 60))}`, () => assert.equal(looksLikeSecret(text), false))

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

  it('reads a long text at once', () => {
    const text = 'password '.repeat(1000) + 'a'.repeat(5000)
    const started = process.hrtime.bigint()
    looksLikeSecret(text)
    assert.ok(process.hrtime.bigint() - started < 500_000_000n)
  })
})
