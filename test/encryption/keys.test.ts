import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { ConfigError, readConfig } from '../../src/config/config.ts'
import { secret, settingOf } from './some-keys.ts'

const read = (setting: string) => readConfig({ ENCRYPTION_KEYS: setting }, []).encryptionKeys

describe('ENCRYPTION_KEYS', () => {
  it('are in the order of the setting, ignoring spaces', () => {
    const keys = read(` k2:${secret(2)} , plain,k1:${secret(1)}`)
    assert.deepEqual(
      keys.map(({ id, secret }) => [id, secret?.export().toString('base64')]),
      [
        ['k2', secret(2)],
        ['plain', undefined],
        ['k1', secret(1)],
      ],
    )
  })

  it('do not show when settings are printed', () => {
    const config = readConfig({ ENCRYPTION_KEYS: settingOf('k1') }, [])
    assert.ok(!inspect(config, { depth: 9 }).includes(secret(1)))
    assert.ok(!JSON.stringify(config).includes(secret(1)))
  })

  const wrong: Readonly<Record<string, [setting: string, fault: RegExp]>> = {
    'a key without a name': [secret(1), /; number 1 has no name of letters, digits, - and _ before a colon$/],
    'a name and a secret that changed places': [`${secret(1)}:k1`, /; number 1 has no name/],
    'a name with a space': [`my key:${secret(1)}`, /; number 1 has no name/],
    'a secret of 16 bytes': [
      `${settingOf('k1')},k2:${Buffer.alloc(16, 2).toString('base64')}`,
      /; number 2 is not 32 bytes in base64$/,
    ],
    'a secret in hexadecimal': [`k1:${'ab'.repeat(32)}`, /; number 1 is not 32 bytes in base64$/],
    'a secret that was cut off': [`k1:${secret(1).slice(0, -1)}`, /; number 1 is not 32 bytes in base64$/],
    'no secret': ['k1:', /; number 1 is not 32 bytes in base64$/],
    'a comma too many': [`${settingOf('k1')},`, /; number 2 has no name/],
    'a name twice': [`k1:${secret(1)},k1:${secret(2)}`, /; one of them is there twice \(2\)$/],
    'a secret twice': [`k1:${secret(1)},k2:${secret(1)}`, /; one of them is there twice \(2\)$/],
    'a secret called plain': [`plain:${secret(1)}`, /; number 1 has the name "plain", which is taken$/],
  }
  for (const [what, [setting, fault]] of Object.entries(wrong)) {
    it(`are refused with what is wrong, and without a secret: ${what}`, () => {
      assert.throws(
        () => read(setting),
        (error) => {
          assert.ok(error instanceof ConfigError)
          assert.match(error.message, /^ENCRYPTION_KEYS: expected <name>:<32 bytes in base64> /)
          assert.match(error.message, fault)
          for (const part of setting.split(/[,:]/).filter((each) => each.length > 8))
            assert.ok(!error.message.includes(part), error.message)
          return true
        },
      )
    })
  }
})
