import type { Authorise } from '../connector/connector-client.ts'

/** Milliseconds between two tokens that are fetched because the channel refused one. */
const rarely = 5_000

/**
 * Authorises with the token that is kept, or with a new one where the channel has refused that: it may have been revoked,
 * or signed with a key that the channel no longer takes. Many who are refused at once wait for the same new one.
 */
export function createAuthorise(
  getToken: (isRenewed: boolean) => Promise<string>,
  now: () => number = Date.now,
): Authorise {
  let renewing: Promise<string> | undefined
  let renewedAt = Number.NEGATIVE_INFINITY
  const renew = () => {
    renewedAt = now()
    return getToken(true).finally(() => {
      renewing = undefined
    })
  }
  return async (_serviceUrl, refused) => {
    const kept = bearer(await getToken(false))
    const isFresh = renewing === undefined && now() - renewedAt < rarely
    if (kept !== refused || isFresh) return kept
    renewing ??= renew()
    return bearer(await renewing)
  }
}

const bearer = (token: string) => `Bearer ${token}`
