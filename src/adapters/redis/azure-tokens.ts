import type { TokenSource } from './access.ts'

/** Scope of tokens for Azure Managed Redis; the user is the identity's object id. */
const scope = 'https://redis.azure.com/.default'

/**
 * Gets tokens for this process's identity in Azure: its managed identity or another found by DefaultAzureCredential.
 */
export function azureTokens(): TokenSource {
  let credential: Promise<{ getToken(scope: string): Promise<{ token: string; expiresOnTimestamp: number }> }>
  return async () => {
    // Takes half a second to load, so only on demand.
    credential ??= import('@azure/identity').then(
      ({ DefaultAzureCredential }) => new DefaultAzureCredential(),
    )
    const { token, expiresOnTimestamp } = await (await credential).getToken(scope)
    return { token, expires: expiresOnTimestamp }
  }
}
