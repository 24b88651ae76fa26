import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import sinon from 'sinon'
import { bearer, message, type RegisteredBot, startRegisteredBot } from '../../support/bot/registered-bot.ts'
import { jwkOf, newKey, TokenIssuer } from '../../support/bot/token-issuer.ts'
import { attempts, type Keys } from './invalid-tokens.ts'

const untouched = { documents: 0, undelivered: 0 }

describe('a bot with a registration', () => {
  let issuer: TokenIssuer
  let bot: RegisteredBot
  let keys: Keys

  before(async () => {
    const key = newKey()
    keys = { key, second: newKey(), elsewhere: newKey(), forged: newKey(key.kid) }
    issuer = await new TokenIssuer().open()
    const curve = { kid: 'curve', ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) }
    issuer.keys = [jwkOf(key), jwkOf(keys.second), jwkOf(keys.elsewhere, ['webchat']), jwkOf(curve)]
    bot = await startRegisteredBot(issuer)
  })
  after(async () => {
    await bot.stop()
    await issuer.close()
    sinon.restore()
  })

  it('answers an invoke that comes with a genuine token: it knows none', async () => {
    const { status } = await bot.post(message({ type: 'invoke', name: 'task/fetch' }), bearer(keys.key))
    assert.equal(status, 501)
  })

  it('is asked for nothing by a token that the server finds too large', async () => {
    const activity = message()
    assert.equal((await bot.post(activity, bearer(keys.key, { x: 'x'.repeat(40_000) }))).status, 431)
    assert.deepEqual(await bot.kept(activity), untouched)
  })

  describe('refuses, and does nothing,', () => {
    for (const [name, attempt] of attempts)
      it(`at ${name}`, async () => {
        bot.ownToken.resetHistory()
        const { authorization, fields } = attempt(keys)
        const activity = message(fields)
        const { status } = await bot.post(activity, ...authorization)
        assert.ok(status === 401 || status === 403, `it answered ${status}`)
        assert.deepEqual(await bot.kept(activity), untouched)
        sinon.assert.notCalled(bot.ownToken)
      })

    it('at an invoke without a token', async () => {
      assert.equal((await bot.post(message({ type: 'invoke', name: 'task/fetch' }))).status, 401)
    })
  })

  it('was asked enough', () => {
    assert.ok(attempts.length >= 40, `only ${attempts.length} attempts`)
  })

  // Last in this file: its answer is retried, as it is never accepted.
  describe('after all that', () => {
    it('takes what comes with a genuine token, keeps it and answers', async () => {
      const activity = message()
      const answering = new Promise<void>((resolve) => {
        bot.ownToken.callsFake(async () => {
          resolve()
          return 'own'
        })
      })
      assert.deepEqual(await bot.post(activity, bearer(keys.key)), { status: 200, body: '' })
      await answering
      assert.ok((await bot.kept(activity)).documents > 0)
    })
  })
})
