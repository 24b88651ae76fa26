import { createPublicKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'

const hour = 3_600_000
/** Milliseconds after which keys are asked for anew; for one that is not among them, at most once an hour. */
const longest = 24 * hour

const metadataSchema = z.object({ jwks_uri: z.url() })
const keysSchema = z.object({ keys: z.array(z.unknown()).default([]) })
const keySchema = z.object({
  kid: z.string(),
  kty: z.literal('RSA'),
  n: z.string().min(1),
  e: z.string().min(1),
  /** Channels that the key is good for; none: all. */
  endorsements: z.array(z.string()).default([]),
})

/** A public key of the issuer, and the channels that it is good for; none: all. */
export interface PublicKey {
  readonly key: KeyObject
  readonly endorsements: readonly string[]
}

/** The keys with which an issuer signs, by name. Undefined for one that the issuer does not tell; rejects when it tells none at all. */
export type SigningKeys = (kid: string) => Promise<PublicKey | undefined>

type Known = ReadonlyMap<string, z.infer<typeof keySchema>>

/** `patience`: milliseconds in which the issuer must tell its keys. */
export function createSigningKeys(metadataUrl: string, patience: number): SigningKeys {
  let known: Known = new Map()
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | undefined
  const ask = async () => {
    known = await askIssuer(metadataUrl, AbortSignal.timeout(patience))
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
