import { AuthenticationConstants, GovernmentConstants } from 'botframework-connector'
import type { Cloud } from '../../src/config/identity.ts'

/** The Bot Framework service of a cloud: its names for the tokens that it sends and takes, and where they come from. */
export interface Channel {
  /** Who signs the tokens that come with activities. */
  readonly issuer: string
  /** The OpenID metadata that names the issuer's keys. */
  readonly metadataUrl: string
  /** For whom the bot's own tokens are. */
  readonly scope: string
  /** Where they are asked for; the tenant follows. */
  readonly login: string
}

/** The SDK knows no constants of China; these are of Microsoft's page on bots in the cloud that 21Vianet operates. */
export const channels: Readonly<Record<Cloud, Channel>> = {
  public: {
    issuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
    metadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
    scope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    login: AuthenticationConstants.ToChannelFromBotLoginUrlPrefix,
  },
  'us-government': {
    issuer: GovernmentConstants.ToBotFromChannelTokenIssuer,
    metadataUrl: GovernmentConstants.ToBotFromChannelOpenIdMetadataUrl,
    scope: GovernmentConstants.ToChannelFromBotOAuthScope,
    login: GovernmentConstants.ToChannelFromBotLoginUrlPrefix,
  },
  china: {
    issuer: 'https://api.botframework.azure.cn',
    metadataUrl: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    scope: 'https://api.botframework.azure.cn',
    login: 'https://login.partner.microsoftonline.cn/',
  },
}
