import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCertificate } from '../../support/bot/certificate.ts'
import { bearer, registration } from '../../support/bot/registered-bot.ts'
import { jwkOf, newKey, type SigningKey, TokenIssuer } from '../../support/bot/token-issuer.ts'
import { startConnector } from '../../support/connector/fake-connector.ts'
import { startRedis } from '../../support/redis/redis-server.ts'
import type { Grounds, Tokens } from './grounds.ts'

/** As in production: data in a real Redis, a registration, and Teams over TLS, whose tokens an issuer on loopback signs. */
export async function openRegisteredGrounds(): Promise<Grounds> {
  const folder = await mkdtemp(join(tmpdir(), 'fuzzed-bot-'))
  const redis = await startRedis('--maxmemory-policy', 'noeviction')
  const issuer = await new TokenIssuer().open()
  const key = newKey()
  issuer.keys = [jwkOf(key)]
  const teams = await startConnector({ personality: 'teams', certificate: makeCertificate(folder) })
  return {
    env: {
      ...registration,
      DATA_DIR: folder,
      REDIS_URL: redis.url,
      SERVICE_HOSTS: '127.0.0.1',
      NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem'),
      ISSUER_METADATA: issuer.metadataUrl,
    },
    entry: ['test/fuzz/grounds/registered-process.ts'],
    connectors: [teams],
    tokens: tokensOf(key, teams.serviceUrl),
    close: async () => {
      await teams.close()
      await issuer.close()
      await redis.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Invalid tokens: none, another key, another bot, another service, expired. */
function tokensOf(key: SigningKey, serviceurl: string): Tokens {
  const ended = Math.floor(Date.now() / 1000) - 3600
  const genuine = bearer(key, { serviceurl })
  return {
    genuine,
    forged: [
      '',
      bearer(newKey(key.kid), { serviceurl }),
      bearer(key, { serviceurl, aud: 'another-bot' }),
      bearer(key, { serviceurl: 'https://smba.trafficmanager.net/emea/' }),
      bearer(key, { serviceurl, exp: ended }),
      genuine.slice(0, -4),
    ],
  }
}
