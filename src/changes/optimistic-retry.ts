/** Attempts after which the conflicts must have another cause. */
const mostAttempts = 25

/** Every attempt conflicted with other changes of the company. */
export class RetriesExhaustedError extends Error {
  override readonly name = 'RetriesExhaustedError'
  readonly code = 'conflict'

  constructor(what: string) {
    super(`${what}: ${mostAttempts} attempts conflicted with other changes of the company`)
  }
}

/** Attempts a change as a whole; undefined means a conflict, so that it may be retried. */
export type Attempt<T> = () => Promise<T | undefined>

/**
 * Retries up to `most` times and resolves to the first result; undefined if all attempts conflicted. `pause` gets the
 * number of failed attempts.
 */
export async function withRetries<T>(
  attempt: Attempt<T>,
  most: number,
  pause: (lost: number) => Promise<unknown> = async () => undefined,
): Promise<T | undefined> {
  for (let lost = 0; lost < most; lost += 1) {
    if (lost > 0) await pause(lost)
    const outcome = await attempt()
    if (outcome !== undefined) return outcome
  }
  return undefined
}

/** Retries many times. Throws RetriesExhaustedError, whose message starts with `failed`. */
export async function untilCommitted<T>(
  failed: string,
  attempt: Attempt<T>,
  pause?: (lost: number) => Promise<unknown>,
): Promise<T> {
  const outcome = await withRetries(attempt, mostAttempts, pause)
  if (outcome === undefined) throw new RetriesExhaustedError(failed)
  return outcome
}
