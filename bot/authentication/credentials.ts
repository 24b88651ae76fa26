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

/** Creates the SDK factory for the kind of registration; the SDK alone would guess it from the settings. */
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
 * Creates credentials, which cache tokens until shortly before expiry. Must be renewed regularly: those of a federated
 * identity would reuse an expired assertion.
 */
export async function createCredentials(
  factory: ServiceClientCredentialsFactory,
  { appId, tenantId }: Registration,
  { scope, login }: Channel,
): Promise<AppCredentials> {
  const endpoint = `${login}${tenantId}`
  const credentials = await factory.createCredentials(appId, scope, endpoint, true)
  if (!(credentials instanceof AppCredentials)) throw new TypeError('the SDK made no credentials of an app')
  // Certificates and federated identities default to the public cloud.
  credentials.oAuthEndpoint = endpoint
  return credentials
}
