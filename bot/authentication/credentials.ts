import {
  AppCredentials,
  CertificateServiceClientCredentialsFactory,
  FederatedServiceClientCredentialsFactory,
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector'
import type { Registration } from '../../src/config/identity.ts'
import type { Channel } from './channel.ts'

/** The SDK's own, chosen by what the settings were found to be: it would guess where one is missing. */
export function createCredentialsFactory(registration: Registration): ServiceClientCredentialsFactory {
  const { appId, tenantId } = registration
  switch (registration.kind) {
    case 'password':
      return new PasswordServiceClientCredentialFactory(appId, registration.password, tenantId)
    case 'certificate': {
      const { thumbprint, privateKey } = registration
      return new CertificateServiceClientCredentialsFactory(appId, thumbprint, privateKey, tenantId)
    }
    case 'federated':
      return new FederatedServiceClientCredentialsFactory(appId, registration.clientId, tenantId)
    case 'managed-identity':
      return new ManagedIdentityServiceClientCredentialsFactory(appId, new JwtTokenProviderFactory())
  }
}

/**
 * Makes the credentials that the bot shows the channel; they keep their tokens until shortly before they expire. To be
 * made anew from time to time: those of a federated identity would go on with an assertion that has expired.
 */
export async function createCredentials(
  factory: ServiceClientCredentialsFactory,
  { appId, tenantId }: Registration,
  { scope, login }: Channel,
): Promise<AppCredentials> {
  const endpoint = `${login}${tenantId}`
  const credentials = await factory.createCredentials(appId, scope, endpoint, true)
  if (!(credentials instanceof AppCredentials)) throw new TypeError('the SDK made no credentials of an app')
  // Certificates and federated identities only know the public cloud by themselves.
  credentials.oAuthEndpoint = endpoint
  return credentials
}
