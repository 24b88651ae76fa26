/** The largest number of instants that lie in any stretch of so many milliseconds, its end excluded. */
export function mostIn(milliseconds: number, instants: readonly number[]): number {
  const sorted = [...instants].sort((one, other) => one - other)
  let most = 0
  let first = 0
  for (const [index, at] of sorted.entries()) {
    while ((sorted[first] ?? at) <= at - milliseconds) first += 1
    most = Math.max(most, index - first + 1)
  }
  return most
}
