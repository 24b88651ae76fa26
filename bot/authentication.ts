import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import { AppCredentials, type BotFrameworkAuthentication } from 'botframework-connector'
import type { Identity } from '../src/identity.ts'
import type { Incoming } from './activity.ts'
import type { Authorise } from './connector-client.ts'
import { contextOf } from './turn-context.ts'

export interface Authentication {
  /** Throws when the token does not prove that the activity comes from the channel. */
  verify(activity: Incoming, authorization: string): Promise<void>
  readonly authorise: Authorise
}

const channelScope = 'https://api.botframework.com'
const loginEndpoint = 'https://login.microsoftonline.com'

/** Without an identity everything is trusted: the server then listens on this machine only. */
export function createAuthentication(identity: Identity): Authentication {
  if (identity.kind === 'none') return { verify: async () => undefined, authorise: async () => undefined }
  const settings = settingsOf(identity)
  const credentials = new ConfigurationServiceClientCredentialFactory(settings)
  return {
    verify: verifier(new ConfigurationBotFrameworkAuthentication(settings, credentials)),
    authorise: async () => {
      const bot = await credentials.createCredentials(identity.appId, channelScope, loginEndpoint, true)
      return bot instanceof AppCredentials ? `Bearer ${await bot.getToken()}` : undefined
    },
  }
}

/** In the Bot Framework's own names. */
function settingsOf(identity: Exclude<Identity, { kind: 'none' }>) {
  const { appId: MicrosoftAppId, tenantId: MicrosoftAppTenantId } = identity
  const app = { MicrosoftAppId, MicrosoftAppTenantId }
  if (identity.kind === 'managed-identity') return { ...app, MicrosoftAppType: 'UserAssignedMSI' }
  return { ...app, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: identity.password }
}

function verifier(authentication: BotFrameworkAuthentication): Authentication['verify'] {
  return async (activity, authorization) => {
    await authentication.authenticateRequest(contextOf(activity).activity, authorization)
  }
}
