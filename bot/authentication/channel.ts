import { AuthenticationConstants, GovernmentConstants } from 'botframework-connector'
import type { Cloud } from '../../src/config/identity.ts'

/** Bot Framework service of a cloud: issuer and endpoints of its tokens. */
export interface Channel {
  /** Issuer of tokens that come with activities. */
  readonly issuer: string
  /** URL of the OpenID metadata with the issuer's keys. */
  readonly metadataUrl: string
  /** Scope of the bot's own tokens. */
  readonly scope: string
  /** URL prefix of the token endpoint, followed by the tenant id. */
  readonly login: string
}

/** Channels by cloud. The SDK lacks China; source: Microsoft's page on bots in the cloud operated by 21Vianet. */
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
