import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { type BotProcess, startBot } from '../../support/bot/bot-process.ts'
import { bearer, message, postTo, registration } from '../../support/bot/registered-bot.ts'
import { jwkOf, newKey, TokenIssuer } from '../../support/bot/token-issuer.ts'
import { attempts, type Keys } from './invalid-tokens.ts'

const line = z.object({ level: z.number(), msg: z.string(), reason: z.string().optional() })

describe('the log of a bot on which invalid tokens are tried', function () {
  this.timeout(120_000)
  let issuer: TokenIssuer
  let bot: BotProcess
  let keys: Keys

  beforeEach(async () => {
    const key = newKey()
    keys = { key, second: newKey(), elsewhere: newKey(), forged: newKey(key.kid) }
    const curve = { kid: 'curve', ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) }
    issuer = await new TokenIssuer().open()
    issuer.keys = [jwkOf(key), jwkOf(keys.second), jwkOf(keys.elsewhere, ['webchat']), jwkOf(curve)]
    const env = { ...registration, ISSUER: issuer.metadataUrl, SERVICE_HOSTS: '127.0.0.1' }
    const command = ['--import', 'tsx', 'test/bot/authentication/registered-process.ts']
    bot = await startBot({ command, env, timeoutMs: 60_000 })
  })
  afterEach(async () => {
    await bot.kill9()
    await issuer.close()
    await rm(bot.dataDir, { recursive: true, force: true })
  })

  /** All that was printed but where it listens, once the bot has ended. */
  const printed = async () => {
    await bot.stop()
    assert.equal(bot.stderr, '')
    const [, ...lines] = bot.stdout.trimEnd().split('\n')
    return lines.map((each) => line.parse(JSON.parse(each)))
  }

  it('has one line for each, and nothing else is printed', async () => {
    for (const [name, attempt] of attempts) {
      const { authorization, fields } = attempt(keys)
      const { status } = await postTo(bot.messagesUrl, message(fields), ...authorization)
      assert.ok(status === 401 || status === 403, `${name}: it answered ${status}`)
    }
    const lines = await printed()
    assert.deepEqual(
      lines.filter(({ level, msg }) => level !== 40 || !msg.endsWith('refused')),
      [],
    )
    assert.equal(lines.length, attempts.length)
  })

  it('has one line while the keys are unavailable', async () => {
    issuer.fault = 'down'
    const { status } = await postTo(bot.messagesUrl, message(), bearer(keys.key))
    assert.equal(status, 503)
    const expected = { level: 50, msg: 'a token could not be checked', reason: 'the issuer answers 503' }
    assert.deepEqual(await printed(), [expected])
  })
})
