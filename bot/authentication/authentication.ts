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

/** Whether a token proves that an activity comes from the channel; reasons are for the log. */
export type TokenVerdict =
  | { readonly kind: 'proven' }
  | { readonly kind: 'refused'; readonly reason: string }
  /** The channel's keys could not be had. */
  | { readonly kind: 'unsure'; readonly reason: string }

export interface Authentication {
  /** Never rejects. */
  verify(activity: Incoming, authorization: string): Promise<TokenVerdict>
  readonly authorise: Authorise
}

/**
 * Without an identity everything is trusted: the server then listens on this machine only. `channel` is of the
 * identity's cloud, unless a test plays it. `patience`: milliseconds in which the issuer must tell its keys.
 */
export function createAuthentication(identity: Identity, channel?: Channel, patience = 5000): Authentication {
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
      keys: createSigningKeys(where.metadataUrl, patience),
    }),
    authorise: createAuthorise(async (isRenewed) => (await credentials()).getToken(isRenewed)),
  }
}

interface VerifierParts {
  readonly appId: string
  readonly issuer: string
  readonly keys: SigningKeys
}

/** Seconds by which the clocks of the channel and of this machine may differ, as in Microsoft's SDKs. */
const clockTolerance = 300

/**
 * A token must be the channel's in every word before its signature is looked at. SDKs choose how to check by what a token says of
 * itself: tokens of Emulator, skills and another channel would need no service URL and could be for anybody.
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

/** A fault of the token is named by its claim or by jose's code; all else is a fault of the keys, or of the way to them. */
function verdictOn(error: unknown): TokenVerdict {
  if (error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed)
    return { kind: 'refused', reason: error.claim }
  if (error instanceof errors.JOSEError) return { kind: 'refused', reason: error.code }
  if (error instanceof z.ZodError) return { kind: 'unsure', reason: 'the issuer told no keys' }
  return { kind: 'unsure', reason: messageOf(error) }
}

/** fetch says what happened in the cause. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}

/** Milliseconds: shorter than an assertion of a federated identity is good. */
const credentialsMs = 5 * 60_000

/** Makes a value anew when the one before is older than so many milliseconds, or could not be made. */
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
