/** What the log tells of an error. */
export interface LoggedError {
  readonly type: string
  readonly message?: string
  readonly stack?: string | undefined
  readonly code?: string
  readonly cause?: LoggedError
}

const mostCauses = 5

/**
 * No other fields: an error may carry what it was about. The dialogs' carry the state of the guide with all answers,
 * and what really happened as `error`.
 */
export function loggedError(thrown: unknown, causes = mostCauses): LoggedError {
  if (!(thrown instanceof Error)) return { type: typeof thrown }
  const { message, stack } = thrown
  const code = 'code' in thrown && ['string', 'number'].includes(typeof thrown.code) && `${thrown.code}`
  const cause = 'error' in thrown && thrown.error instanceof Error ? thrown.error : thrown.cause
  return {
    ...{ type: thrown.constructor.name, message, stack },
    ...(code && { code }),
    ...(cause !== undefined && causes > 0 && { cause: loggedError(cause, causes - 1) }),
  }
}
