import { errors, jwtVerify } from 'jose'
import { z } from 'zod'
import type { Identity } from '../../src/config/identity.ts'
import type { Incoming } from '../activity/activity.ts'
import type { Authorise } from '../connector/connector-client.ts'
import { type Channel, channels } from './channel.ts'
import { createCredentials, createCredentialsFactory } from './credentials.ts'
import { createAuthorise } from './own-token.ts'
import { createSigningKeys, type SigningKeys } from './signing-keys.ts'
import { algorithms, kidOf, lackOf } from './token-claims.ts'

/** Result of verifying a token; reasons are for the log. */
export type TokenVerdict =
  | { readonly kind: 'proven' }
  | { readonly kind: 'refused'; readonly reason: string }
  /** The signing keys were unavailable. */
  | { readonly kind: 'unsure'; readonly reason: string }

/** Verifies incoming requests and authorises outgoing ones. */
export interface Authentication {
  /** Never rejects. */
  verify(activity: Incoming, authorization: string): Promise<TokenVerdict>
  readonly authorise: Authorise
}

/**
 * Creates authentication for an identity; without one everything is trusted, as the server then listens on this machine
 * only. `channel`: by default that of the identity's cloud. `timeout`: timeout of key requests, milliseconds.
 */
export function createAuthentication(identity: Identity, channel?: Channel, timeout = 5000): Authentication {
  if (identity.kind === 'none') {
    return { verify: async () => ({ kind: 'proven' }), authorise: async () => undefined }
  }
  const where = channel ?? channels[identity.cloud]
  const factory = createCredentialsFactory(identity)
  const credentials = keptFor(credentialsMs, () => createCredentials(factory, identity, where))
  return {
    verify: createVerifier({
      ...where,
      ...identity,
      keys: createSigningKeys(where.metadataUrl, timeout),
    }),
    authorise: createAuthorise(async (isRenewed) => (await credentials()).getToken(isRenewed)),
  }
}

interface VerifierParts {
  readonly appId: string
  readonly issuer: string
  readonly keys: SigningKeys
}

/** Clock skew in seconds, as in Microsoft's SDKs. */
const clockTolerance = 300

/**
 * Checks all claims before the signature. The SDK chooses its checks by what the token states: tokens of the Emulator,
 * of skills and of another channel would need no service URL and any audience.
 */
function createVerifier({ appId, issuer, keys }: VerifierParts): Authentication['verify'] {
  return async (activity, authorization) => {
    const lack = lackOf(authorization, { appId, issuer, activity })
    if (lack !== undefined) return { kind: 'refused', reason: lack }
    const token = authorization.slice('Bearer '.length)
    try {
      const found = await keys(kidOf(token))
      if (!found) return { kind: 'refused', reason: 'kid' }
      await jwtVerify(token, found.key, { issuer, audience: appId, algorithms, clockTolerance })
      const { endorsements } = found
      const isEndorsed = endorsements.length === 0 || endorsements.includes(activity.channelId)
      return isEndorsed ? { kind: 'proven' } : { kind: 'refused', reason: 'endorsements' }
    } catch (error) {
      return verdictOn(error)
    }
  }
}

/** Token errors are named by claim or by jose's code; all others concern fetching the keys. */
function verdictOn(error: unknown): TokenVerdict {
  if (error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed)
    return { kind: 'refused', reason: error.claim }
  if (error instanceof errors.JOSEError) return { kind: 'refused', reason: error.code }
  if (error instanceof z.ZodError) return { kind: 'unsure', reason: 'the issuer sent no keys' }
  return { kind: 'unsure', reason: messageOf(error) }
}

/** Adds the cause, where fetch puts the reason. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}

/** Milliseconds; shorter than the lifetime of a federated identity's assertion. */
const credentialsMs = 5 * 60_000

/** Caches a value for some milliseconds; failures are not cached. */
function keptFor<T>(milliseconds: number, make: () => Promise<T>): () => Promise<T> {
  let made: { readonly at: number; readonly value: Promise<T> } | undefined
  return () => {
    if (made && Date.now() - made.at < milliseconds) return made.value
    const value = make()
    made = { at: Date.now(), value }
    value.catch(() => {
      if (made?.value === value) made = undefined
    })
    return value
  }
}
