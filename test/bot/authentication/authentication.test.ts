import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import sinon from 'sinon'
import { activitySchema } from '../../../bot/activity/activity.ts'
import { createAuthentication } from '../../../bot/authentication/authentication.ts'
import { channels } from '../../../bot/authentication/channel.ts'
import { type Cloud, clouds, type Registration } from '../../../src/config/identity.ts'
import { appId, bearer, message, tenantId } from '../../support/bot/registered-bot.ts'
import { jwkOf, newKey, rsa, type SigningKey, TokenIssuer, tokenOf } from '../../support/bot/token-issuer.ts'

const activity = activitySchema.parse(message())
const pem = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).privateKey
const registered = { appId, tenantId, cloud: 'public' } as const
const registrations: Readonly<Record<Registration['kind'], Registration>> = {
  password: { ...registered, kind: 'password', password: 'pa55w0rd' },
  certificate: { ...registered, kind: 'certificate', thumbprint: 'a'.repeat(40), privateKey: pem },
  federated: { ...registered, kind: 'federated', clientId: tenantId },
  'managed-identity': { ...registered, kind: 'managed-identity' },
}

describe('the check of a token', () => {
  let issuer: TokenIssuer
  let key: SigningKey
  let printed: sinon.SinonStub[]

  before(() => {
    key = newKey()
  })
  beforeEach(async () => {
    issuer = await new TokenIssuer().open()
    issuer.keys = [jwkOf(key)]
    printed = [sinon.stub(console, 'error'), sinon.stub(console, 'log'), sinon.stub(console, 'warn')]
  })
  afterEach(async () => {
    for (const stub of printed) sinon.assert.notCalled(stub)
    sinon.restore()
    await issuer.close()
  })

  const checkFor = (registration = registrations.password, patience?: number) => {
    const channel = { ...channels[registration.cloud], metadataUrl: issuer.metadataUrl }
    const { verify } = createAuthentication(registration, channel, patience)
    return async (authorization: string) => (await verify(activity, authorization)).kind
  }
  const minutes = (count: number) => Math.floor(Date.now() / 1000) + count * 60

  for (const [kind, registration] of Object.entries(registrations))
    it(`lets a genuine one pass for an app with ${kind}, and refuses another app's`, async () => {
      const check = checkFor(registration)
      assert.equal(await check(bearer(key)), 'proven')
      assert.equal(await check(bearer(key, { aud: tenantId })), 'refused')
      assert.equal(await check(''), 'refused')
    })

  for (const cloud of clouds)
    it(`lets a genuine one of the cloud ${cloud} pass, and refuses those of the others`, async () => {
      const check = checkFor({ ...registrations.password, cloud })
      const verdict = (other: Cloud) => check(bearer(key, { iss: channels[other].issuer }))
      for (const other of clouds) assert.equal(await verdict(other), other === cloud ? 'proven' : 'refused')
    })

  for (const bits of [384, 512])
    it(`lets one pass that is signed by RS${bits}`, async () => {
      const [, claims = ''] = bearer(key).split('.')
      const header = { alg: `RS${bits}`, kid: key.kid }
      const token = tokenOf(header, Buffer.from(claims, 'base64url').toString(), rsa(key, bits))
      assert.equal(await checkFor()(`Bearer ${token}`), 'proven')
    })

  const genuine: Readonly<Record<string, () => [object, object?]>> = {
    'that ended four minutes ago, as clocks differ': () => [{ exp: minutes(-4) }],
    'that begins in four minutes': () => [{ nbf: minutes(4) }],
    'that names no beginning': () => [{ nbf: undefined }],
    'that claims more': () => [{ jti: 'x', iat: minutes(0), extra: { a: [1] } }],
    'that does not say what it is': () => [{}, { typ: undefined }],
  }
  for (const [name, make] of Object.entries(genuine))
    it(`lets one pass ${name}`, async () => {
      assert.equal(await checkFor()(bearer(key, ...make())), 'proven')
    })

  it('lets one pass whose key is for no channel in particular', async () => {
    issuer.keys = [jwkOf(key, [])]
    assert.equal(await checkFor()(bearer(key)), 'proven')
  })

  it('lets none pass in which one character is another', async () => {
    const check = checkFor()
    const token = bearer(key)
    // The last character holds bits that mean nothing.
    const place = fc.integer({ min: 0, max: token.length - 2 })
    const letter = fc.constantFrom(...'ABab01-_. {"')
    await fc.assert(
      fc.asyncProperty(place, letter, async (at, other) => {
        fc.pre(token[at] !== other)
        assert.equal(await check(token.slice(0, at) + other + token.slice(at + 1)), 'refused')
      }),
      { numRuns: 300 },
    )
  })

  it('answers whatever the header says', async () => {
    const check = checkFor()
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String(),
      fc.constantFrom('Bearer', '.', 'x'),
    )
    const header = fc.array(text, { maxLength: 6 }).map((words) => words.join(' '))
    const token = fc
      .tuple(fc.jsonValue(), fc.jsonValue())
      .map(([head, claims]) => `Bearer ${tokenOf(head, claims, rsa(key))}`)
    await fc.assert(
      fc.asyncProperty(fc.oneof(header, token), async (authorization) => {
        assert.equal(await check(authorization), 'refused')
      }),
      { numRuns: 300 },
    )
  })

  describe('when the keys', () => {
    it('cannot be had, is unsure, until they can', async () => {
      const check = checkFor()
      issuer.fault = 'down'
      assert.equal(await check(bearer(key)), 'unsure')
      issuer.fault = undefined
      assert.equal(await check(bearer(key)), 'proven')
    })

    it('do not come, does not wait for ever', async () => {
      const check = checkFor(registrations.password, 500)
      issuer.fault = 'hangs'
      assert.equal(await check(bearer(key)), 'unsure')
      issuer.fault = undefined
      assert.equal(await check(bearer(key)), 'proven')
    })

    it('have no address any more, is unsure', async () => {
      const check = checkFor()
      await issuer.close()
      assert.equal(await check(bearer(key)), 'unsure')
      await issuer.open()
    })

    it('are no longer published, passes none', async () => {
      issuer.fault = 'no keys'
      assert.equal(await checkFor()(bearer(key)), 'refused')
    })

    for (const body of [
      '',
      '{',
      '<html></html>',
      'null',
      '[]',
      '{"keys":5}',
      '{"keys":[null]}',
      '{"keys":{}}',
    ])
      it(`are ${JSON.stringify(body)}, passes none`, async () => {
        issuer.fault = { body }
        assert.notEqual(await checkFor()(bearer(key)), 'proven')
      })

    const malformed: Readonly<Record<string, object>> = {
      'without a modulus': { n: undefined },
      'without an exponent': { e: undefined },
      'with a modulus that is a number': { n: 5 },
      'with an empty modulus': { n: '' },
      'with a modulus that is no number': { n: '%%%' },
      'with a short modulus': { n: 'AQAB' },
      'with an exponent of one': { e: 'AQ' },
      'with an exponent that is an object': { e: {} },
    }
    for (const [name, fields] of Object.entries(malformed))
      it(`have one ${name}, passes nothing by it`, async () => {
        issuer.keys = [{ ...jwkOf(key), ...fields }]
        assert.notEqual(await checkFor()(bearer(key)), 'proven')
      })

    it('have a malformed one besides, passes what another signed', async () => {
      issuer.keys = [{ kid: 'x', n: 5, endorsements: 'x' }, {}, jwkOf(key)]
      assert.equal(await checkFor()(bearer(key)), 'proven')
    })
  })

  describe('when the channel changes its keys', () => {
    const hour = 3_600_000
    let clock: sinon.SinonFakeTimers

    beforeEach(() => {
      clock = sinon.useFakeTimers({ now: Date.now(), toFake: ['Date'] })
    })

    it('passes the new one within the hour, and the old one no more', async () => {
      const check = checkFor()
      const next = newKey()
      assert.equal(await check(bearer(key)), 'proven')
      issuer.keys = [jwkOf(next)]
      clock.tick(hour + 1)
      assert.equal(await check(bearer(next)), 'proven')
      assert.equal(await check(bearer(key)), 'refused')
    })

    it('asks for keys once, however many unknown ones are named', async () => {
      const check = checkFor()
      assert.equal(await check(bearer(key)), 'proven')
      for (let count = 0; count < 20; count += 1)
        assert.equal(await check(bearer(key, {}, { kid: `unknown-${count}` })), 'refused')
      assert.equal(issuer.asked, 1)
    })
  })
})
