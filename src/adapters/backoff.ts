const first = 500
const longest = 60_000

/** Returns the backoff of a wake-up in real milliseconds after `failures` consecutive failures, at least 1. */
export function backoffMs(failures: number): number {
  return Math.min(first * 2 ** (failures - 1), longest)
}
