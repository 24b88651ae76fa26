/** Fields of an error in the log. */
export interface LoggedError {
  readonly type: string
  readonly message?: string
  readonly stack?: string | undefined
  readonly code?: string
  readonly cause?: LoggedError
}

const mostCauses = 5

/**
 * Selects the fields to log; others may hold personal data. Errors of dialogs carry the guide's answers, and the
 * original error as `error`.
 */
export function loggedError(thrown: unknown, causes = mostCauses): LoggedError {
  if (!(thrown instanceof Error)) return { type: typeof thrown }
  const { message, stack } = thrown
  const code = 'code' in thrown && ['string', 'number'].includes(typeof thrown.code) && `${thrown.code}`
  const cause = 'error' in thrown && thrown.error instanceof Error ? thrown.error : thrown.cause
  return {
    type: thrown.constructor.name,
    message,
    stack,
    ...(code && { code }),
    ...(cause !== undefined && causes > 0 && { cause: loggedError(cause, causes - 1) }),
  }
}
