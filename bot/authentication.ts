import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import { AppCredentials, type BotFrameworkAuthentication } from 'botframework-connector'
import type { Incoming } from './activity.ts'
import type { Authorise } from './connector-client.ts'
import { contextOf } from './turn-context.ts'

/** The bot's registration, in the names of the Bot Framework; none at all runs without authentication. */
export interface Registration {
  readonly MicrosoftAppId: string
  readonly MicrosoftAppType: string
  readonly MicrosoftAppTenantId: string
  readonly MicrosoftAppPassword?: string
}

export interface Authentication {
  /** Throws when the token does not prove that the activity comes from the channel. */
  verify(activity: Incoming, authorization: string): Promise<void>
  readonly authorise: Authorise
}

const channelScope = 'https://api.botframework.com'
const loginEndpoint = 'https://login.microsoftonline.com'

export function createAuthentication(registration: Registration | undefined): Authentication {
  if (!registration) return { verify: async () => undefined, authorise: async () => undefined }
  const credentials = new ConfigurationServiceClientCredentialFactory({ ...registration })
  return {
    verify: verifier(new ConfigurationBotFrameworkAuthentication({ ...registration }, credentials)),
    authorise: async () => {
      const bot = await credentials.createCredentials(
        registration.MicrosoftAppId,
        channelScope,
        loginEndpoint,
        true,
      )
      return bot instanceof AppCredentials ? `Bearer ${await bot.getToken()}` : undefined
    },
  }
}

function verifier(authentication: BotFrameworkAuthentication): Authentication['verify'] {
  return async (activity, authorization) => {
    await authentication.authenticateRequest(contextOf(activity).activity, authorization)
  }
}
