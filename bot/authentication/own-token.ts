import type { Authorise } from '../connector/connector-client.ts'

/** Milliseconds between two renewals caused by refused tokens. */
const rarely = 5_000

/**
 * Returns the cached token, or a renewed one after the channel refused it: it may be revoked, or its key no longer
 * accepted. Concurrent refusals share one renewal.
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
