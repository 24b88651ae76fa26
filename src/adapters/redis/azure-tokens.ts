import type { TokenSource } from './access.ts'

/** Azure Managed Redis takes tokens of this scope, with the identity's object id as user. */
const scope = 'https://redis.azure.com/.default'

/** Of whoever this process is in Azure: its managed identity, or what DefaultAzureCredential finds. */
export function azureTokens(): TokenSource {
  let credential: Promise<{ getToken(scope: string): Promise<{ token: string; expiresOnTimestamp: number }> }>
  return async () => {
    // Half a second to load, and only for those who need it.
    credential ??= import('@azure/identity').then(
      ({ DefaultAzureCredential }) => new DefaultAzureCredential(),
    )
    const { token, expiresOnTimestamp } = await (await credential).getToken(scope)
    return { token, expires: expiresOnTimestamp }
  }
}
