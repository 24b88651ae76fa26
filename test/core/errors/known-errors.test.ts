import assert from 'node:assert/strict'
import { loadErrors } from '../../../src/programs/errors/index.ts'

const known = loadErrors()
const idOf = (text: string) => known.find(text)?.id

const guid = '3f2c1a9e-8b7d-4c6e-9f10-2b3c4d5e6f70'
const codes = known.errors.flatMap(({ id, codes = [] }) => codes.map((code) => [code, id] as const))
const numbers = codes.filter(([code]) => /^\d/.test(code))
const names = codes.filter(([code]) => !/^\d/.test(code))
const messages = known.errors.flatMap(({ id, messages = {} }) =>
  Object.values(messages).flatMap((each) => each.map((message) => [message, id] as const)),
)

/** "50 020", as thousands are written. */
const grouped = (code: string) => code.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ' ')

/** Text around sign-in codes in pasted messages. */
const aroundNumbers: Readonly<Record<string, (code: string) => string>> = {
  'the plain code': (code) => `AADSTS${code}`,
  'small letters': (code) => `aadsts${code}`,
  'a space': (code) => `AADSTS ${code}`,
  'groups of digits': (code) => `aadsts ${grouped(code)}`,
  'groups of digits behind erreur': (code) => `erreur ${grouped(code)} à la connexion`,
  'a hyphen': (code) => `AADSTS-${code}: sorry`,
  'what the page says': (code) =>
    `Sorry, but we're having trouble signing you in.\nAADSTS${code}: Some text. Trace ID: ${guid}`,
  'words of a person': (code) =>
    `Hi, since this morning I get AADSTS${code} when I open Partner Center, any idea?`,
  'French words': (code) => `Bonjour, j’ai une erreur « AADSTS${code} » à la connexion, que faire ?`,
  'the number in English': (code) => `error code: ${code}`,
  'the number with capitals': (code) => `Error Code ${code}`,
  'the number in French': (code) => `Code d'erreur : ${code}`,
  'the number behind erreur': (code) => `j'ai l'erreur ${code} à la connexion`,
  'a log': (code) => `Sign-in error code: ${code}\nFailure reason: other`,
  JSON: (code) => `{"error":"invalid_grant","error_codes":[${code}],"trace_id":"${guid}"}`,
  'escaped JSON': (code) => `{\\"error_description\\":\\"AADSTS${code}: text\\\\r\\\\nTrace ID: ${guid}\\"}`,
  'an address': (code) =>
    `https://contoso.example/cb#error=access_denied&error_description=AADSTS${code}%3a+Some+text%0d%0aTrace`,
  'an address of Microsoft': (code) => `https://login.microsoftonline.com/error?code=${code}`,
  'percent signs': (code) => `error_description%3DAADSTS${code}%3A%20Some%20text`,
  HTML: (code) => `<p>Error&nbsp;code:&#32;${code}</p>`,
  'bold Markdown': (code) => `**Error**: **AADSTS${code}** again`,
}

const aroundNames: Readonly<Record<string, (name: string) => string>> = {
  'the plain name': (name) => name,
  'small letters': (name) => name.toLowerCase(),
  capitals: (name) => name.toUpperCase(),
  'a message': (name) => `${name}: The ID you gave does not work.`,
  JSON: (name) => `{"error":{"code":"${name}","message":"Text","innerError":{"request-id":"${guid}"}}}`,
  'French words': (name) => `Le portail affiche « ${name} », pourquoi ?`,
  'an address': (name) => `?error=${name}&state=12`,
}

const noise: Readonly<Record<string, (message: string) => string>> = {
  itself: (message) => message,
  capitals: (message) => `${message.toUpperCase()}!!`,
  'English words': (message) =>
    isAnchored(message) ? message : `Hello team, the page says: "${message}". What now?`,
  'French words': (message) =>
    isAnchored(message) ? message : `Bonjour, voici le message : « ${message} ». Merci`,
  'line breaks': (message) => message.replace(' ', ' \n'),
  'curly apostrophes': (message) => message.replaceAll("'", '’'),
}
const isAnchored = (message: string) => message.startsWith('^')
const filled = (message: string) => message.replaceAll('…', "'contoso.example'").replace('^', '')

const missed = (
  table: Readonly<Record<string, (text: string) => string>>,
  each: readonly (readonly [string, string])[],
  prepared = (text: string) => text,
) =>
  Object.entries(table).map(([around, write]) => ({
    around,
    missed: each.filter(([text, id]) => idOf(prepared(write(text))) !== id).map(([text]) => text),
  }))

describe('a known error', () => {
  for (const { around, missed: left } of missed(aroundNumbers, numbers))
    it(`is found by each of its numbers in ${around}`, () => assert.deepEqual(left, []))

  for (const { around, missed: left } of missed(aroundNames, names))
    it(`is found by each of its names in ${around}`, () => assert.deepEqual(left, []))

  for (const { around, missed: left } of missed(noise, messages, filled))
    it(`is found by each of its messages in ${around}`, () => assert.deepEqual(left, []))

  it('is found by a long name that is written apart', () => {
    assert.deepEqual(
      ['MPN account not vetted', 'mpn_account_invalid', 'Publisher Domain Is Not DNS Verified'].map(idOf),
      ['not-vetted', 'partner-id-invalid', 'publisher-domain-unverified'],
    )
  })

  const real: readonly (readonly [string, string])[] = [
    [
      `AADSTS50020: User account 'marie@fabrikam.example' from identity provider 'live.com' does not exist in tenant 'Contoso' and cannot access the application '${guid}'(Partner Center) in that tenant.`,
      'user-not-in-tenant',
    ],
    [
      `User account marie@fabrikam.example from identity provider https://sts.windows.net/${guid}/ doesn’t exist in tenant Contoso Ltd`,
      'user-not-in-tenant',
    ],
    [
      "Your sign-in was successful but doesn't meet the criteria to access this resource.",
      'blocked-by-policy',
    ],
    [
      'Due to a configuration change made by your administrator, you must use multi-factor authentication to access',
      'mfa-required',
    ],
    [
      `The Partner One ID you provided (1234567) doesn’t exist, or you don't have access to it.`,
      'partner-id-no-access',
    ],
    [
      `L'ID MPN que vous avez fourni (1234567) n'existe pas ou vous n’y avez pas accès.`,
      'partner-id-no-access',
    ],
    [
      'The target application’s Publisher Domain (a.example) does not match the domain used to perform email verification in Partner Center (b.example).',
      'publisher-domain-mismatch',
    ],
    ['have any benefits yet', 'no-benefits-yet'],
    ['Ce locataire est déjà associé à un autre compte de l’Espace partenaires.', 'tenant-already-associated'],
    [
      'You aren’t authorized to perform\n this action. You need a program-associated account.',
      'not-authorized',
    ],
    ['Need admin approval\nPartner Center\nunverified', 'consent-missing'],
    ['AADSTS90002: Tenant contoso.example not found.', 'tenant-not-found'],
    ['error: MPNGlobalAccountNotFound (trace 8f2)', 'location-id'],
  ]
  for (const [text, id] of real) it(`is known: ${text.slice(0, 60)}`, () => assert.equal(idOf(text), id))

  it('is the first one where a paste has several', () => {
    assert.equal(idOf('AADSTS50076: sign in again. Before: AADSTS50020'), 'mfa-required')
  })

  it('is not confused with a longer number that begins alike', () => {
    assert.equal(idOf('AADSTS500208: domain'), 'personal-account')
    assert.equal(idOf('AADSTS5002099'), undefined)
  })

  const others = [
    '',
    'action',
    'is already',
    'Où est le programme ?',
    'xAADSTS900021',
    'zip code 50020',
    'code postal 50100',
    'error in the amount of 50020 dollars',
    'errors: 50020 USD',
    'not supported',
    'interaction required',
    'Do we need admin approval for that?',
    'Do you need permission from a Global admin?',
    'AADSTS999999',
  ]
  for (const text of others) it(`is not seen in '${text}'`, () => assert.equal(idOf(text), undefined))
})
