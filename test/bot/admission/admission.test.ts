import assert from 'node:assert/strict'
import { activitySchema } from '../../../bot/activity/activity.ts'
import { type AdmissionServices, createAdmission } from '../../../bot/admission/admission.ts'
import type { TokenVerdict } from '../../../bot/authentication/authentication.ts'
import { createServiceHosts } from '../../../bot/connector/service-hosts.ts'
import { createLog } from '../../../src/process/log.ts'
import { appId, message, tenantId } from '../../support/bot/registered-bot.ts'

const otherTenant = '00000000-1111-2222-3333-444444444444'
const registered = {
  kind: 'password',
  appId,
  tenantId,
  cloud: 'public',
  password: 'pa55w0rd',
} as const

describe('admission', () => {
  let logged: string

  beforeEach(() => {
    logged = ''
  })

  const answerTo = async (fields: object, rules: Partial<AdmissionServices> = {}, verdict?: TokenVerdict) => {
    const identity = rules.identity ?? registered
    const write = (line: string) => {
      logged += line
    }
    const admit = createAdmission({
      identity,
      authentication: { verify: async () => verdict ?? { kind: 'proven' } },
      hosts: createServiceHosts({ extra: ['127.0.0.1'], local: identity.kind === 'none' }),
      allowedTenants: [],
      log: createLog('info', { write }),
      ...rules,
    })
    return (await admit(activitySchema.parse(message(fields)), 'Bearer x'))?.status
  }
  const lines = () => logged.split('\n').filter((line) => line !== '')

  it('accepts anyone in Teams with a genuine token, and logs nothing', async () => {
    assert.equal(await answerTo({}), undefined)
    assert.equal(logged, '')
  })

  it('refuses invalid tokens: 401', async () => {
    assert.equal(await answerTo({}, {}, { kind: 'refused', reason: 'aud' }), 401)
    assert.match(logged, /"reason":"aud"/)
  })

  it('refuses while tokens cannot be verified: 503, so that the channel retries', async () => {
    assert.equal(await answerTo({}, {}, { kind: 'unsure', reason: 'ECONNREFUSED' }), 503)
    assert.match(logged, /"reason":"ECONNREFUSED"/)
  })

  for (const channelId of ['webchat', 'directline', 'emulator', 'MSTEAMS', 'AseChannel'])
    it(`refuses the channel ${channelId}, where a tenant proves nothing`, async () => {
      assert.equal(await answerTo({ channelId }), 403)
    })

  it('refuses foreign hosts', async () => {
    assert.equal(await answerTo({ serviceUrl: 'https://evil.example/' }), 403)
  })

  describe('with a list of tenants', () => {
    const allowedTenants = [tenantId]

    it('accepts its people, in any case of the id', async () => {
      const channelData = { tenant: { id: tenantId.toUpperCase() } }
      assert.equal(await answerTo({ channelData }, { allowedTenants }), undefined)
    })

    it('refuses others, with one log line without names', async () => {
      const channelData = { tenant: { id: otherTenant } }
      assert.equal(await answerTo({ channelData }, { allowedTenants }), 403)
      assert.equal(lines().length, 1)
      assert.match(logged, new RegExp(otherTenant))
      assert.doesNotMatch(logged, /Camille|29:|help/)
    })

    it('refuses people with only the conversation in one of them', async () => {
      const channelData = { tenant: { id: otherTenant } }
      const conversation = { id: 'a:x', tenantId }
      assert.equal(await answerTo({ channelData, conversation }, { allowedTenants }), 403)
    })

    it('refuses activities without a tenant, with or without authentication', async () => {
      const nowhere = { channelData: {}, conversation: { id: 'a:x' } }
      assert.equal(await answerTo(nowhere, { allowedTenants }), 403)
      assert.equal(await answerTo(nowhere, { allowedTenants, identity: { kind: 'none' } }), 403)
    })
  })

  describe('without authentication', () => {
    const identity = { kind: 'none' } as const

    it('accepts any client on this machine, with or without a tenant', async () => {
      const local = { serviceUrl: 'http://localhost:56150/_connector' }
      assert.equal(await answerTo({ ...local, channelId: 'emulator' }, { identity }), undefined)
      assert.equal(
        await answerTo({ ...local, channelData: {}, conversation: { id: 'x' } }, { identity }),
        undefined,
      )
    })
  })
})
