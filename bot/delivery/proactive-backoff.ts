/** Retry policy of proactive messages and their updates, in milliseconds. */
export interface RetryPolicy {
  /** Pauses between attempts that failed for now; then the message is parked. */
  readonly backoff: readonly number[]
  /** The same for updates; then the update is dropped. */
  readonly updateBackoff: readonly number[]
  /** Pause after a 429 without Retry-After. */
  readonly throttled: number
  /** Maximum random addition to each pause, to spread retries. */
  readonly jitter: number
  /** Age after which a failed attempt is final. */
  readonly longest: number
}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** Policy outside tests. */
export const proactiveRetryPolicy: RetryPolicy = {
  backoff: [1, 2, 4, 8, 16].map((seconds) => seconds * second),
  updateBackoff: [second, 4 * second],
  throttled: 5 * second,
  jitter: second,
  longest: 48 * hour,
}

/** Pauses while the channel does not know the chat; the last one repeats. */
export const laterPauses: readonly number[] = [
  30 * second,
  ...[1, 2, 4, 8, 16, 30].map((minutes) => minutes * minute),
  hour,
]
