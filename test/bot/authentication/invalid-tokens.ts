import { constants, generateKeyPairSync, sign } from 'node:crypto'
import {
  appId,
  bearer,
  claimsNow,
  registration,
  serviceUrl,
  tenantId,
} from '../../support/bot/registered-bot.ts'
import { hmac, jwkOf, rsa, type SigningKey, tokenOf } from '../../support/bot/token-issuer.ts'

export interface Keys {
  /** Told by the issuer, good for Teams. */
  readonly key: SigningKey
  /** Likewise. */
  readonly second: SigningKey
  /** Told by the issuer, but good for another channel. */
  readonly elsewhere: SigningKey
  /** Another key under the name of the first. */
  readonly forged: SigningKey
}

/** One Authorization header, or several, and what else the activity says. */
export type Attempt = { readonly authorization: readonly string[]; readonly fields?: object }
type Make = (keys: Keys) => string | readonly string[] | Attempt

const minutes = (count: number) => Math.floor(Date.now() / 1000) + count * 60
const foreignUrl = 'https://evil.example/'
const governmentUrl = 'https://smba.infra.gov.teams.microsoft.us/teams/'
const tokenIn = (header: string) => header.slice('Bearer '.length)
const parts = (header: string) => tokenIn(header).split('.')
const signed = (key: SigningKey, header: unknown, claims: unknown) =>
  `Bearer ${tokenOf(header, claims, rsa(key))}`
const headerOf = ({ kid }: SigningKey) => ({ alg: 'RS256', typ: 'JWT', kid })
const unsigned = (alg: string) =>
  (({ key }) => `Bearer ${tokenOf({ ...headerOf(key), alg }, claimsNow(), () => Buffer.alloc(0))}`) as Make
/** Text in place of the claims, so that they may say something twice. */
const twice = (name: string, last: unknown): Make => {
  return ({ key }) => {
    const claims = JSON.stringify(claimsNow())
    return signed(
      key,
      headerOf(key),
      claims.replace(/}$/, `,${JSON.stringify(name)}:${JSON.stringify(last)}}`),
    )
  }
}
const entra = { iss: `https://sts.windows.net/${tenantId}/`, tid: tenantId, ver: '1.0', appid: appId }
const claiming =
  (claims: object, header: object = {}): Make =>
  ({ key }) =>
    bearer(key, claims, header)

const headers: Readonly<Record<string, Make>> = {
  'no header': () => [],
  'an empty header': () => '',
  'the scheme alone': () => 'Bearer',
  'the scheme and a space': () => 'Bearer ',
  'a scheme in lower case': ({ key }) => bearer(key).replace('Bearer', 'bearer'),
  'no scheme': ({ key }) => tokenIn(bearer(key)),
  'another scheme': ({ key }) => bearer(key).replace('Bearer', 'Basic'),
  'two spaces after the scheme': ({ key }) => bearer(key).replace(' ', '  '),
  'a tab after the scheme': ({ key }) => bearer(key).replace(' ', '\t'),
  'a word after the token': ({ key }) => `${bearer(key)} x`,
  'a token in quotes': ({ key }) => `Bearer "${tokenIn(bearer(key))}"`,
  'null in place of a token': () => 'Bearer null',
  'a word in place of a token': () => 'Bearer x',
  'a password in place of a token': () => `Bearer ${registration.MicrosoftAppPassword}`,
  'a token of two parts': ({ key }) => `Bearer ${parts(bearer(key)).slice(0, 2).join('.')}`,
  'a token of four parts': ({ key }) => `${bearer(key)}.x`,
  'a token of five parts, as if encrypted': ({ key }) => `${bearer(key)}.x.x`,
  'dots alone': () => 'Bearer ..',
  'three letters': () => 'Bearer a.b.c',
  'characters that no token has': ({ key }) => `${bearer(key)}%00`,
  'characters of two bytes': ({ key }) => `${bearer(key)}\u00e9`,
  'a genuine token and another scheme': ({ key }) => [bearer(key), 'Basic x'],
  'another scheme and a genuine token': ({ key }) => ['Basic x', bearer(key)],
  'a genuine token twice': ({ key }) => [bearer(key), bearer(key)],
  'a genuine token of 10 KB': ({ key }) => bearer(key, { padding: 'x'.repeat(7500) }),
}

const signatures: Readonly<Record<string, Make>> = {
  'no signature': ({ key }) => `Bearer ${parts(bearer(key)).slice(0, 2).join('.')}.`,
  'an altered signature': ({ key }) => {
    const [header, claims, signature = ''] = parts(bearer(key))
    return `Bearer ${header}.${claims}.${[...signature].reverse().join('')}`
  },
  'a shortened signature': ({ key }) => bearer(key).slice(0, -4),
  'the signature of other claims': ({ key }) => {
    const [header, , signature] = parts(bearer(key, { aud: 'another' }))
    return `Bearer ${header}.${parts(bearer(key))[1]}.${signature}`
  },
  'the algorithm none': unsigned('none'),
  'the algorithm None': unsigned('None'),
  'the algorithm none, and a signature': claiming({}, { alg: 'none' }),
  'no algorithm': claiming({}, { alg: undefined }),
  'an algorithm that is a list': claiming({}, { alg: ['RS256'] }),
  'another algorithm than it was signed by': claiming({}, { alg: 'RS512' }),
  'the public key as a secret': ({ key }) =>
    `Bearer ${tokenOf({ ...headerOf(key), alg: 'HS256' }, claimsNow(), hmac(key))}`,
  'the public key as a secret, called RS256': ({ key }) =>
    `Bearer ${tokenOf(headerOf(key), claimsNow(), hmac(key))}`,
  'an algorithm of another family': ({ key }) => {
    const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
    const pss = (text: string) => sign('sha256', Buffer.from(text), { key: key.privateKey, ...padding })
    return `Bearer ${tokenOf({ ...headerOf(key), alg: 'PS256' }, claimsNow(), pss)}`
  },
  'a key on a curve': ({ key }) => {
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const ecdsa = (text: string) =>
      sign('sha256', Buffer.from(text), { key: curve.privateKey, dsaEncoding: 'ieee-p1363' })
    return `Bearer ${tokenOf({ ...headerOf(key), alg: 'ES256' }, claimsNow(), ecdsa)}`
  },
  "somebody else's key": ({ forged }) => bearer(forged),
  "somebody else's key, which comes along": ({ forged }) => bearer(forged, {}, { jwk: jwkOf(forged) }),
  "somebody else's key, with its address": ({ forged }) =>
    bearer(forged, {}, { jku: `${foreignUrl}keys`, x5u: `${foreignUrl}cert` }),
  'the name of another key of the channel': ({ key, second }) => bearer(key, {}, { kid: second.kid }),
  'a key of the channel that is not for Teams': ({ elsewhere }) => bearer(elsewhere),
  'a key that nobody knows': claiming({}, { kid: 'unknown' }),
  'no name of a key': claiming({}, { kid: undefined }),
  'an empty name of a key': claiming({}, { kid: '' }),
  'a name of a key that is a number': claiming({}, { kid: 5 }),
  'a name of a key that is an object': claiming({}, { kid: { toString: 'x' } }),
  'a name of a key that every object has': claiming({}, { kid: '__proto__' }),
  'a name of a key that is a path': claiming({}, { kid: '../../../../dev/null' }),
  'the name of a key on a curve': claiming({}, { kid: 'curve' }),
  'something critical that nobody understands': claiming({}, { crit: ['b64'], b64: false }),
  'another type of token': claiming({}, { typ: 'JWE' }),
  'a header that is no JSON': ({ key }) => signed(key, '{', claimsNow()),
  'a header that is a list': ({ key }) => signed(key, [headerOf(key)], claimsNow()),
  'a header that is null': ({ key }) => signed(key, null, claimsNow()),
}

const claims: Readonly<Record<string, Make>> = {
  'claims that are no JSON': ({ key }) => signed(key, headerOf(key), '{'),
  'claims that are a list': ({ key }) => signed(key, headerOf(key), [claimsNow()]),
  'claims that are null': ({ key }) => signed(key, headerOf(key), null),
  'claims that are a word': ({ key }) => signed(key, headerOf(key), '"word"'),
  'no claims': ({ key }) => signed(key, headerOf(key), {}),
  'no issuer': claiming({ iss: undefined }),
  'another issuer': claiming({ iss: foreignUrl }),
  "the issuer's address with a slash": claiming({ iss: 'https://api.botframework.com/' }),
  "the issuer's address in capitals": claiming({ iss: 'HTTPS://API.BOTFRAMEWORK.COM' }),
  'the issuer of another cloud': claiming({ iss: 'https://api.botframework.us' }),
  'issuers of which one is right': claiming({ iss: ['https://api.botframework.com', foreignUrl] }),
  'no audience': claiming({ aud: undefined }),
  'another app as audience': claiming({ aud: tenantId }),
  'the channel as audience': claiming({ aud: 'https://api.botframework.com' }),
  'audiences of which one is right': claiming({ aud: [appId, tenantId] }),
  'an audience that is null': claiming({ aud: null }),
  'its time over by six minutes': ({ key }) => bearer(key, { exp: minutes(-6) }),
  'its time over by years': claiming({ exp: 1 }),
  'no end': claiming({ exp: undefined }),
  'an end that is text': ({ key }) => bearer(key, { exp: String(minutes(60)) }),
  'an end that is null': claiming({ exp: null }),
  'its time to come in six minutes': ({ key }) => bearer(key, { nbf: minutes(6) }),
  'a beginning that is text': claiming({ nbf: '0' }),
  'no service URL': claiming({ serviceurl: undefined }),
  'an empty service URL': claiming({ serviceurl: '' }),
  'a foreign service URL': claiming({ serviceurl: foreignUrl }),
  'the service URL of another region': claiming({ serviceurl: serviceUrl.replace('emea', 'amer') }),
  'the service URL without its slash': claiming({ serviceurl: serviceUrl.replace(/\/$/, '') }),
  'service URLs of which one is right': claiming({ serviceurl: [serviceUrl] }),
  'the service URL under another name': claiming({ serviceurl: undefined, serviceUrl }),
  'two issuers, the last foreign': twice('iss', foreignUrl),
  'two audiences, the last foreign': twice('aud', tenantId),
  'two ends, the last past': twice('exp', 1),
  'two service URLs, the last foreign': twice('serviceurl', foreignUrl),
  'a tenant, which only tokens of Emulator have': claiming({ tid: tenantId }),
}

const others: Readonly<Record<string, Make>> = {
  'a token of Emulator': claiming(entra),
  'a token of Emulator, second version': claiming({
    ...entra,
    iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    ver: '2.0',
    azp: appId,
  }),
  'a token of Emulator that names no tenant': claiming({
    ...entra,
    iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
    tid: undefined,
    serviceurl: serviceUrl,
  }),
  "a token of the bot's own, which it has sent somewhere": claiming({
    ...entra,
    aud: 'https://api.botframework.com',
    serviceurl: undefined,
  }),
  'a token of a skill': claiming({ ver: '1.0', appid: tenantId }),
  'a token of a nameless skill': claiming({ appid: 'AnonymousSkill' }),
  'a token of Emulator for a channel that needs no service URL': ({ key }) => ({
    authorization: [bearer(key, { ...entra, serviceurl: undefined })],
    fields: { channelId: 'AseChannel' },
  }),
  'a genuine token, for an activity with another service URL': ({ key }) => ({
    authorization: [bearer(key)],
    fields: { serviceUrl: 'https://smba.trafficmanager.net/emea/' },
  }),
  'a genuine token for a foreign host': ({ key }) => ({
    authorization: [bearer(key, { serviceurl: foreignUrl })],
    fields: { serviceUrl: foreignUrl },
  }),
  'a genuine token for the host of another cloud': ({ key }) => ({
    authorization: [bearer(key, { serviceurl: governmentUrl })],
    fields: { serviceUrl: governmentUrl },
  }),
  'a genuine token of Web Chat, where people write their tenant themselves': ({ elsewhere }) => ({
    authorization: [bearer(elsewhere)],
    fields: { channelId: 'webchat' },
  }),
  'a genuine token, but no tenant': ({ key }) => ({
    authorization: [bearer(key)],
    fields: { channelData: {}, conversation: { id: 'a:nobody' } },
  }),
  'a genuine token and an empty tenant': ({ key }) => ({
    authorization: [bearer(key)],
    fields: { channelData: { tenant: { id: '' } }, conversation: { id: 'a:nobody', tenantId: '' } },
  }),
}

const all = { ...headers, ...signatures, ...claims, ...others }

/** Invalid tokens of an attacker, by name. */
export const attempts: readonly (readonly [string, (keys: Keys) => Attempt])[] = Object.entries(all).map(
  ([name, make]) => [name, (keys) => asAttempt(make(keys))],
)

function asAttempt(made: ReturnType<Make>): Attempt {
  if (typeof made === 'string') return { authorization: [made] }
  return 'authorization' in made ? made : { authorization: made }
}
