import { setTimeout as pause } from 'node:timers/promises'
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import {
  AuthenticationError,
  type BotFrameworkAuthentication,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector'
import type { Identity, Registration } from '../src/identity.ts'
import type { Incoming } from './activity.ts'
import { type Channel, channels } from './channel.ts'
import type { Authorise } from './connector-client.ts'
import { createCredentials, createCredentialsFactory } from './credentials.ts'
import { createAuthorise } from './delivery/own-token.ts'
import { lackOf } from './token-claims.ts'
import { contextOf } from './turn-context.ts'

/** Whether a token proves that an activity comes from the channel; reasons are for the log. */
export type Verdict =
  | { readonly kind: 'proven' }
  | { readonly kind: 'refused'; readonly reason: string }
  /** The channel's keys could not be had. */
  | { readonly kind: 'unsure'; readonly reason: string }

export interface Authentication {
  /** Never rejects. */
  verify(activity: Incoming, authorization: string): Promise<Verdict>
  readonly authorise: Authorise
}

/**
 * Without an identity everything is trusted: the server then listens on this machine only. `channel` is of the
 * identity's cloud, unless somebody plays it. `patience`: milliseconds in which the issuer must tell its keys; the SDK
 * would wait for ever.
 */
export function createAuthentication(identity: Identity, channel?: Channel, patience = 5000): Authentication {
  if (identity.kind === 'none') {
    return { verify: async () => ({ kind: 'proven' }), authorise: async () => undefined }
  }
  const where = channel ?? channels[identity.cloud]
  const factory = createCredentialsFactory(identity)
  return {
    verify: createVerifier({
      ...where,
      ...identity,
      checks: createChecks(identity, where, factory),
      patience,
    }),
    authorise: createAuthorise(async (isRenewed) =>
      (await createCredentials(factory, identity, where)).getToken(isRenewed),
    ),
  }
}

/** In the SDK's names. It gets no metadata of the Emulator: that door is not used. */
function createChecks(
  { appId, tenantId }: Registration,
  { issuer, metadataUrl, scope, login }: Channel,
  factory: ServiceClientCredentialsFactory,
): BotFrameworkAuthentication {
  const settings = {
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    ToChannelFromBotLoginUrl: `${login}${tenantId}`,
    ToChannelFromBotOAuthScope: scope,
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
  }
  return new ConfigurationBotFrameworkAuthentication(settings, factory)
}

interface VerifierParts {
  readonly appId: string
  readonly issuer: string
  readonly checks: BotFrameworkAuthentication
  readonly patience: number
}

/**
 * The SDK checks the signature, its algorithm, the time, the key's endorsement for the channel. But it chooses how to
 * check by what a token says of itself and by the activity's channel: tokens of Emulator, skills and another channel
 * need no service URL and may be for anybody. So a token that is not the channel's in every word never gets there.
 */
function createVerifier({ appId, issuer, checks, patience }: VerifierParts): Authentication['verify'] {
  return async (activity, authorization) => {
    const lack = lackOf(authorization, { appId, issuer, activity })
    if (lack !== undefined) return { kind: 'refused', reason: lack }
    try {
      await inTime(checks.authenticateRequest(contextOf(activity).activity, authorization), patience)
      return { kind: 'proven' }
    } catch (error) {
      return verdictOn(error)
    }
  }
}

async function inTime<T>(promise: Promise<T>, patience: number): Promise<T> {
  const ended = new AbortController()
  const late = pause(patience, undefined, { signal: ended.signal }).then(() => {
    throw new Error('the keys did not come in time')
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    ended.abort()
  }
}

const faultsOfTokens = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'])

function verdictOn(error: unknown): Verdict {
  const reason = error instanceof Error ? error.message : 'unknown'
  const isRefusal =
    error instanceof AuthenticationError
      ? error.statusCode < 500
      : error instanceof Error && faultsOfTokens.has(error.name)
  return { kind: isRefusal ? 'refused' : 'unsure', reason }
}
