import { createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { createServer, type Server, type ServerResponse } from 'node:http'

export interface SigningKey {
  readonly kid: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

export type Claims = Readonly<Record<string, unknown>>
export type Fault = 'down' | 'hangs' | 'no keys' | { readonly body: string }

/** An RSA key as the channel's, of 2048 bits. */
export function newKey(kid: string = randomUUID()): SigningKey {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) }
}

/** Published key: a JWK for the channel Teams. */
export function jwkOf({ kid, publicKey }: SigningKey, endorsements: readonly string[] = ['msteams']) {
  return { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', endorsements }
}

const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** A token as text; header and claims may be JSON that no object could make. */
export function tokenOf(header: unknown, claims: unknown, signature: (text: string) => Buffer): string {
  const text = `${part(header)}.${part(claims)}`
  return `${text}.${signature(text).toString('base64url')}`
}

/** For RS256, RS384 and RS512. */
export function rsa({ privateKey }: Pick<SigningKey, 'privateKey'>, bits = 256): (text: string) => Buffer {
  return (text) => sign(`sha${bits}`, Buffer.from(text), privateKey)
}

/** A token accepted by verifiers that use the public key as a secret. */
export function hmac({ publicKey }: SigningKey): (text: string) => Buffer {
  const secret = publicKey.export({ type: 'pkcs1', format: 'pem' })
  return (text) => createHmac('sha256', secret).update(text).digest()
}

/** A fake issuer of channel tokens: OpenID metadata and keys over HTTP on loopback. */
export class TokenIssuer {
  keys: unknown[] = []
  fault: Fault | undefined
  /** Number of key requests. */
  asked = 0
  readonly #server: Server

  constructor() {
    this.#server = createServer((request, response) => this.#serve(request.url ?? '', response))
  }

  get metadataUrl(): string {
    return `${this.#origin}/v1/.well-known/openidconfiguration`
  }

  get #origin(): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('The issuer is not listening')
    return `http://127.0.0.1:${address.port}`
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return this
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    this.#server.closeAllConnections()
    await closed
  }

  #serve(path: string, response: ServerResponse): void {
    const isKeys = path.endsWith('/keys')
    if (isKeys) this.asked += 1
    if (this.fault === 'hangs') return
    // Not chained: restify, in the same process, replaces writeHead by one that returns nothing.
    response.writeHead(this.fault === 'down' ? 503 : 200, { 'content-type': 'application/json' })
    response.end(isKeys ? this.#keysAsJson() : JSON.stringify(this.#metadata()))
  }

  #keysAsJson(): string {
    if (typeof this.fault === 'object') return this.fault.body
    return JSON.stringify(this.fault === 'no keys' ? {} : { keys: this.keys })
  }

  #metadata() {
    return {
      issuer: 'https://api.botframework.com',
      jwks_uri: `${this.#origin}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    }
  }
}
