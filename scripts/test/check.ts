/** What a check came to. `failed` counts what crashed as well. */
export interface Outcome {
  passed: number
  failed: number
  /** One sentence each: what was skipped, and why. */
  skipped: readonly string[]
}

/** A check under its own heading. */
export interface Check {
  heading: string
  run: () => Promise<Outcome>
}
