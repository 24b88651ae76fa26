import { wordsOf } from './normalize.ts'
import { createSayings, wordsInSayings } from './sayings.ts'
import { createSpelling } from './spelling.ts'
import type { Vocabulary } from './vocabulary.ts'

/** All words for guides and pages, correctly spelt. */
function usualWords({ polite, ignored, everyday, synonyms, targets }: Vocabulary): string[] {
  const phrases = Object.values(targets).flatMap(({ exact, phrases }) => [...exact, ...phrases])
  return [...wordsInSayings(synonyms), ...[...polite, ...ignored, ...everyday, ...phrases].flatMap(wordsOf)]
}

/** Reads a text as words and concepts. */
export type Reader = {
  /** Words with spelling corrected. */
  words: (text: string) => string[]
  /** Concepts in order: synonyms of any language merged, the finer ones first. */
  concepts: (text: string) => string[]
}

/** Creates the reader from the words of all languages. */
export function createReader(vocabularies: readonly Vocabulary[]): Reader {
  const finer = vocabularies.map(({ finerSynonyms }) => finerSynonyms)
  const inConcepts = createSayings([...finer, ...vocabularies.map(({ synonyms }) => synonyms)])
  const known = vocabularies.flatMap(usualWords)
  const spelt = createSpelling(known)
  // Knows more words, so that a finer synonym never changes how commands are spelt.
  const speltFiner = createSpelling([...finer.flatMap(wordsInSayings), ...known])
  return {
    words: (text) => wordsOf(text).map(spelt),
    concepts: (text) => inConcepts(wordsOf(text).map(speltFiner)),
  }
}
