import type { Option } from '../render.ts'

/** Raw input by field. */
export type Entered = Readonly<Record<string, string>>
/** Options by field. */
export type Offered = Readonly<Record<string, readonly Option[]>>

/** Labels of fields and synonyms of values ("yep" for yes). */
export interface Vocabulary {
  readonly labels: Readonly<Record<string, string>>
  readonly words: (value: string) => readonly string[]
  /** Ids of people mentioned in the line. */
  readonly mentioned: readonly string[]
}
