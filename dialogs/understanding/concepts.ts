import { wordsOf } from './normalize.ts'
import { createSayings, wordsInSayings } from './sayings.ts'
import { createSpelling } from './spelling.ts'
import type { Vocabulary } from './vocabulary.ts'

/** All words for guides and pages, correctly spelt. */
function usualWords({ polite, ignored, everyday, synonyms, targets }: Vocabulary): string[] {
  const phrases = Object.values(targets).flatMap(({ exact, phrases }) => [...exact, ...phrases])
  return [...wordsInSayings(synonyms), ...[...polite, ...ignored, ...everyday, ...phrases].flatMap(wordsOf)]
}

const settlingWords = ({ decisive: { synonyms, phrases } }: Vocabulary): string[] => [
  ...wordsInSayings(synonyms),
  ...Object.values(phrases).flat().flatMap(wordsOf),
]

/** Reads a text as words and concepts. */
export type Reader = {
  /** Words with spelling corrected. */
  words: (text: string) => string[]
  /** Concepts: synonyms of any language merged, no filler, no duplicates. */
  concepts: (text: string) => string[]
  /**
   * Concepts in order, with filler, for decisive phrases. Knows more words, so that a new answer never changes how
   * other sentences are spelt.
   */
  ordered: (text: string) => string[]
}

/** Creates the reader from the words of all languages. */
export function createReader(vocabularies: readonly Vocabulary[]): Reader {
  const usual = vocabularies.map(({ synonyms }) => synonyms)
  const inConcepts = createSayings(usual)
  const inOrder = createSayings([...vocabularies.map(({ decisive }) => decisive.synonyms), ...usual])
  const known = vocabularies.flatMap(usualWords)
  const spelt = createSpelling(known)
  const settling = createSpelling([...vocabularies.flatMap(settlingWords), ...known])
  const filler = new Set(
    vocabularies.flatMap(({ polite, ignored }) => [...polite, ...ignored].flatMap(wordsOf)),
  )
  const words = (text: string) => wordsOf(text).map(spelt)
  return {
    words,
    concepts: (text) => [...new Set(inConcepts(words(text)))].filter((concept) => !filler.has(concept)),
    ordered: (text) => inOrder(wordsOf(text).map(settling)),
  }
}
