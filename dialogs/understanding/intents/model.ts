/** A linear classifier of sentences. */
export interface IntentModel {
  readonly targets: readonly string[]
  readonly features: readonly string[]
  /** By feature. */
  readonly rarities: readonly number[]
  /** By feature, and for each by target; whole numbers of `scale`. */
  readonly weights: Int8Array
  readonly scale: number
}

/** A target and its chance, 0–1. */
export interface Chance {
  readonly target: string
  readonly chance: number
}

/** Target of sentences about nothing that the bot knows. */
export const nothingKnown = 'nothing-known'
