import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { MicrosoftAppCredentials } from 'botframework-connector'
import sinon from 'sinon'
import { channels } from '../../../bot/authentication/channel.ts'
import { type Running, start } from '../../../bot/main.ts'
import { noDirectory } from '../../../src/adapters/unconnected/directory.ts'
import { readConfig } from '../../../src/config/config.ts'
import type { Environment } from '../../../src/config/config-fault.ts'
import { createMetrics } from '../../../src/process/metrics.ts'
import { rsa, type SigningKey, type TokenIssuer, tokenOf } from './token-issuer.ts'

export const appId = '11111111-2222-3333-4444-555555555555'
export const tenantId = '66666666-7777-8888-9999-aaaaaaaaaaaa'
/** No server listens there. */
export const serviceUrl = 'https://127.0.0.1:1/emea/'

export const registration = {
  MicrosoftAppId: appId,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenantId,
  MicrosoftAppPassword: 'pa55w0rd',
}

/** Token claims of the channel; times in seconds. */
export function claimsNow(): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000)
  const times = { nbf: now - 60, exp: now + 3600 }
  return { serviceurl: serviceUrl, iss: channels.public.issuer, aud: appId, ...times }
}

/** A genuine token, as an Authorization header. */
export function bearer(key: SigningKey, claims: object = {}, header: object = {}): string {
  const full = { alg: 'RS256', typ: 'JWT', kid: key.kid, ...header }
  return `Bearer ${tokenOf(full, { ...claimsNow(), ...claims }, rsa(key))}`
}

/** A message of a new person, as posted by Teams. */
export function message(fields: object = {}) {
  const person = randomUUID()
  return {
    type: 'message',
    id: randomUUID(),
    text: 'help',
    channelId: 'msteams',
    serviceUrl,
    conversation: { id: `a:${person}`, conversationType: 'personal', tenantId },
    from: { id: `29:${person}`, aadObjectId: person, name: 'Camille Roy' },
    recipient: { id: `28:${appId}` },
    channelData: { tenant: { id: tenantId } },
    ...fields,
  }
}

/** Posts an activity with these Authorization headers, one after the other, on a connection of its own. */
export function postTo(url: string, activity: object, ...authorization: readonly string[]) {
  const headers = ['host', 'bot', 'content-type', 'application/json', 'connection', 'close']
  for (const value of authorization) headers.push('authorization', value)
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', headers, agent: false }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode, body }), reject)
    })
    outgoing.on('error', reject)
    outgoing.end(JSON.stringify(activity))
  })
}

/** The whole bot with a registration, whose tokens an issuer on loopback signs. It gets tokens, but reaches no channel. */
export class RegisteredBot {
  /** Called when it is about to send something. */
  readonly ownToken = sinon.stub(MicrosoftAppCredentials.prototype, 'getToken').resolves('own')
  readonly #dataDir: string
  readonly #running: Running

  constructor(dataDir: string, running: Running) {
    this.#dataDir = dataDir
    this.#running = running
  }

  /** Posts an activity with these Authorization headers, one after the other. */
  async post(activity: object, ...authorization: readonly string[]) {
    return postTo(`http://127.0.0.1:${this.#running.port}/api/messages`, activity, ...authorization)
  }

  /** Stored documents of this activity, and all pending messages. */
  async kept({ from, conversation }: ReturnType<typeof message>) {
    const keys = { tenant: tenantId, person: from.aadObjectId, conversation: conversation.id, activity: 'x' }
    const { company, person, conversation: chat, roster } = await this.#running.store.open(keys)
    const undelivered: unknown[] = []
    for await (const delivery of this.#running.store.undelivered()) undelivered.push(delivery)
    const documents = [company, person, chat, roster].filter(({ version }) => version > 0)
    return { documents: documents.length, undelivered: undelivered.length }
  }

  async stop(): Promise<void> {
    await this.#running.stop()
    this.ownToken.restore()
    await rm(this.#dataDir, { recursive: true, force: true })
  }
}

export async function startRegisteredBot(issuer: TokenIssuer, env: Environment = {}): Promise<RegisteredBot> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rewards-guide-'))
  const settings = {
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    SERVICE_HOSTS: '127.0.0.1',
    MESSAGES_PER_MINUTE: '0',
  }
  const config = readConfig({ ...settings, ...registration, ...env }, ['--no-chat'])
  const channel = { ...channels.public, metadataUrl: issuer.metadataUrl }
  return new RegisteredBot(dataDir, await start(config, noDirectory, createMetrics(), channel))
}
