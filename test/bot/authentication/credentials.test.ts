import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { channels } from '../../../bot/authentication/channel.ts'
import { createCredentials, createCredentialsFactory } from '../../../bot/authentication/credentials.ts'
import type { Cloud, Registration } from '../../../src/config/identity.ts'
import { appId, tenantId } from '../../support/bot/registered-bot.ts'

const pem = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).privateKey
const proofs = [
  { kind: 'password', password: 'pa55w0rd' },
  { kind: 'certificate', thumbprint: 'a'.repeat(40), privateKey: pem },
  { kind: 'federated', clientId: tenantId },
  { kind: 'managed-identity' },
] as const
const asked: Readonly<Record<Cloud, readonly [string, string]>> = {
  public: ['https://login.microsoftonline.com/', 'https://api.botframework.com'],
  'us-government': ['https://login.microsoftonline.us/', 'https://api.botframework.us'],
  china: ['https://login.partner.microsoftonline.cn/', 'https://api.botframework.azure.cn'],
}

describe("the bot's own token", () => {
  for (const cloud of ['public', 'us-government', 'china'] as const)
    for (const proof of proofs)
      it(`with ${proof.kind} is asked for in the cloud ${cloud}, in the app's tenant`, async () => {
        const registration: Registration = { appId, tenantId, cloud, ...proof }
        const factory = createCredentialsFactory(registration)
        const made = await createCredentials(factory, registration, channels[cloud])
        const [login, scope] = asked[cloud]
        assert.deepEqual([made.oAuthEndpoint, made.oAuthScope], [`${login}${tenantId}`, scope])
        assert.equal(made.appId, appId)
      })
})
