import assert from 'node:assert/strict'
import { createUnderstanding } from '../../dialogs/understanding/understand.ts'
import { loadVocabularies } from '../../dialogs/understanding/vocabulary.ts'
import { greeting, thingsToType } from '../../scripts/start/greeting.ts'
import { readSettings } from '../../scripts/start/settings.ts'
import { ConfigError } from '../../src/config/config.ts'

const settings = readSettings({ DATA_DIR: '/data' }, [])

describe('what npm start says', () => {
  it('names the address to open, three things to type and where the data is kept', () => {
    const said = greeting(settings)
    for (const fact of ['http://localhost:56150', ...thingsToType, '/data'])
      assert.ok(said.includes(fact), fact)
  })

  it('names the Redis that keeps the data, without its password', () => {
    const said = greeting(readSettings({ REDIS_URL: 'redis://me:pa55w0rd@cache:6380/0' }, []))
    assert.match(said, /kept in Redis at cache:6380 \(REDIS_URL\)$/m)
    assert.doesNotMatch(said, /pa55w0rd/)
  })

  it('says that it runs without authentication, on loopback only, and not in production', () => {
    assert.match(greeting(settings), /without authentication.*loopback only.*NODE_ENV=production refuses/)
  })

  it('says nothing of the sort when the bot has an identity', () => {
    assert.doesNotMatch(greeting({ ...settings, authenticated: true }), /without authentication/)
  })

  it('names no chat when there is none', () => {
    assert.doesNotMatch(greeting({ ...settings, chat: false }), /56150|to type/)
  })

  const { command, guess } = createUnderstanding(loadVocabularies())
  for (const thing of thingsToType) {
    it(`proposes to type "${thing}", which is understood`, () => {
      assert.ok(command(thing) ?? guess(thing)[0]?.confident)
    })
  }
})

describe('the settings of npm start', () => {
  it('leave the chat out on request', () => {
    assert.equal(readSettings({}, ['--no-chat']).chat, false)
  })

  it('leave the chat out when the bot asks for authentication, which the chat has not', () => {
    const identity = {
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: '5f0c2a4e-8d31-4b7a-9c56-1e2f3a4b5c6d',
      MicrosoftAppTenantId: '5f0c2a4e-8d31-4b7a-9c56-1e2f3a4b5c6e',
      MicrosoftAppPassword: 'secret',
    }
    assert.equal(readSettings(identity, []).chat, false)
  })

  it('need a port that is known beforehand', () => {
    assert.throws(() => readSettings({ PORT: '0' }, []), ConfigError)
  })
})
