const first = 500
const longest = 60_000

/** Real milliseconds that a wake-up rests after it could not be handled so many times in a row, from 1 on. */
export function backoffMs(failures: number): number {
  return Math.min(first * 2 ** (failures - 1), longest)
}
