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

describe('who may speak', () => {
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

  it('is anybody in Teams whose token is genuine, and nothing is logged', async () => {
    assert.equal(await answerTo({}), undefined)
    assert.equal(logged, '')
  })

  it('is nobody whose token is not: 401', async () => {
    assert.equal(await answerTo({}, {}, { kind: 'refused', reason: 'aud' }), 401)
    assert.match(logged, /"reason":"aud"/)
  })

  it('is nobody while the tokens cannot be checked: 503, so that the channel comes again', async () => {
    assert.equal(await answerTo({}, {}, { kind: 'unsure', reason: 'ECONNREFUSED' }), 503)
    assert.match(logged, /"reason":"ECONNREFUSED"/)
  })

  for (const channelId of ['webchat', 'directline', 'emulator', 'MSTEAMS', 'AseChannel'])
    it(`is nobody in the channel ${channelId}, where a tenant proves nothing`, async () => {
      assert.equal(await answerTo({ channelId }), 403)
    })

  it('is nobody at a foreign host', async () => {
    assert.equal(await answerTo({ serviceUrl: 'https://evil.example/' }), 403)
  })

  describe('with a list of tenants', () => {
    const allowedTenants = [tenantId]

    it('is who belongs to one of them, however it is written', async () => {
      const channelData = { tenant: { id: tenantId.toUpperCase() } }
      assert.equal(await answerTo({ channelData }, { allowedTenants }), undefined)
    })

    it('is nobody of another, told once in the log, without names', async () => {
      const channelData = { tenant: { id: otherTenant } }
      assert.equal(await answerTo({ channelData }, { allowedTenants }), 403)
      assert.equal(lines().length, 1)
      assert.match(logged, new RegExp(otherTenant))
      assert.doesNotMatch(logged, /Camille|29:|help/)
    })

    it('is nobody who only has the conversation in one of them', async () => {
      const channelData = { tenant: { id: otherTenant } }
      const conversation = { id: 'a:x', tenantId }
      assert.equal(await answerTo({ channelData, conversation }, { allowedTenants }), 403)
    })

    it('is nobody of no tenant, with authentication or without', async () => {
      const nowhere = { channelData: {}, conversation: { id: 'a:x' } }
      assert.equal(await answerTo(nowhere, { allowedTenants }), 403)
      assert.equal(await answerTo(nowhere, { allowedTenants, identity: { kind: 'none' } }), 403)
    })
  })

  describe('without authentication', () => {
    const identity = { kind: 'none' } as const

    it('is any client on this machine, with a tenant or without', async () => {
      const local = { serviceUrl: 'http://localhost:56150/_connector' }
      assert.equal(await answerTo({ ...local, channelId: 'emulator' }, { identity }), undefined)
      assert.equal(
        await answerTo({ ...local, channelData: {}, conversation: { id: 'x' } }, { identity }),
        undefined,
      )
    })
  })
})
