/** Something else is wrong when so many attempts were overtaken by turns of the company. */
const mostAttempts = 25

/** Others of the company came first, each time. */
export class RetriesExhaustedError extends Error {
  override readonly name = 'OvertakenError'
  readonly code = 'conflict'

  constructor(what: string) {
    super(`${what}: ${mostAttempts} attempts were overtaken by others of the same company`)
  }
}

/** What is to happen all at once or not at all; undefined when it was overtaken, so that it may be tried again. */
export type Attempt<T> = () => Promise<T | undefined>

/** What the first attempt brings that is not overtaken, of at most `most`; undefined when all were. */
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

/** The same, many times; throws OvertakenError, which begins with `failed`. `pause` comes after `lost` lost attempts. */
export async function untilCommitted<T>(
  failed: string,
  attempt: Attempt<T>,
  pause?: (lost: number) => Promise<unknown>,
): Promise<T> {
  const outcome = await withRetries(attempt, mostAttempts, pause)
  if (outcome === undefined) throw new RetriesExhaustedError(failed)
  return outcome
}
