/** How long a proactive message and its updates are tried; milliseconds. */
export interface Patience {
  /** Between attempts that the channel could not serve; then the message is given up for now. */
  readonly backoff: readonly number[]
  /** The same for an update of a card; then the card stays as it is. */
  readonly updateBackoff: readonly number[]
  /** Pause after a 429 without Retry-After. */
  readonly throttled: number
  /** At most, by chance, on top of every wait, so that not all come back at once. */
  readonly jitter: number
  /** An attempt that fails at this age is the last one. */
  readonly longest: number
}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** The patience outside of tests. */
export const patient: Patience = {
  backoff: [1, 2, 4, 8, 16].map((seconds) => seconds * second),
  updateBackoff: [second, 4 * second],
  throttled: 5 * second,
  jitter: second,
  longest: 48 * hour,
}

/** Between attempts where the channel does not know the chat; the last one again and again. */
export const laterPauses: readonly number[] = [
  30 * second,
  ...[1, 2, 4, 8, 16, 30].map((minutes) => minutes * minute),
  hour,
]
