/** Result of a check. `failed` includes crashes. */
export interface Outcome {
  passed: number
  failed: number
  /** One sentence per skipped test with the reason. */
  skipped: readonly string[]
}

/** Check with its own heading. */
export interface Check {
  heading: string
  run: () => Promise<Outcome>
}
