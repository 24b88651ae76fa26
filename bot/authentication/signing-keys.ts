import { createPublicKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'

const hour = 3_600_000
/** Milliseconds before keys are fetched again; for an unknown key, at most once an hour. */
const longest = 24 * hour

const metadataSchema = z.object({ jwks_uri: z.url() })
const keysSchema = z.object({ keys: z.array(z.unknown()).default([]) })
const keySchema = z.object({
  kid: z.string(),
  kty: z.literal('RSA'),
  n: z.string().min(1),
  e: z.string().min(1),
  /** Channels that the key may sign for; empty: all. */
  endorsements: z.array(z.string()).default([]),
})

/** Public key of the issuer and the channels it may sign for; empty: all. */
export interface PublicKey {
  readonly key: KeyObject
  readonly endorsements: readonly string[]
}

/** Finds a signing key by id; undefined if the issuer has none such. Rejects if keys cannot be fetched. */
export type SigningKeys = (kid: string) => Promise<PublicKey | undefined>

type Known = ReadonlyMap<string, z.infer<typeof keySchema>>

/** Creates a cache of signing keys. `timeout`: timeout of a fetch, milliseconds. */
export function createSigningKeys(metadataUrl: string, timeout: number): SigningKeys {
  let known: Known = new Map()
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | undefined
  const ask = async () => {
    known = await askIssuer(metadataUrl, AbortSignal.timeout(timeout))
    askedAt = Date.now()
  }
  const askOnce = (): Promise<void> => {
    asking ??= ask().finally(() => {
      asking = undefined
    })
    return asking
  }
  return async (kid) => {
    const age = Date.now() - askedAt
    if (age > longest || (age > hour && !known.has(kid))) await askOnce()
    const found = known.get(kid)
    return found && { key: publicKey(found), endorsements: found.endorsements }
  }
}

async function askIssuer(metadataUrl: string, signal: AbortSignal): Promise<Known> {
  const { jwks_uri } = metadataSchema.parse(await getJson(metadataUrl, signal))
  const { keys } = keysSchema.parse(await getJson(jwks_uri, signal))
  const readable = keys.flatMap((each) => keySchema.safeParse(each).data ?? [])
  return new Map(readable.map((each) => [each.kid, each]))
}

async function getJson(url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { signal })
  if (response.ok) return response.json()
  await response.body?.cancel()
  throw new Error(`the issuer answers ${response.status}`)
}

function publicKey({ kty, n, e }: z.infer<typeof keySchema>): KeyObject {
  return createPublicKey({ key: { kty, n, e }, format: 'jwk' })
}
