import { wordsOf } from './normalize.ts'
import { createSayings, wordsInSayings } from './sayings.ts'
import { createSpelling } from './spelling.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Every word that people type for guides and pages, as they write it without mistakes. */
function usualWords({ polite, ignored, everyday, synonyms, targets }: Vocabulary): string[] {
  const phrases = Object.values(targets).flatMap(({ exact, phrases }) => [...exact, ...phrases])
  return [...wordsInSayings(synonyms), ...[...polite, ...ignored, ...everyday, ...phrases].flatMap(wordsOf)]
}

const settlingWords = ({ decisive: { synonyms, phrases } }: Vocabulary): string[] => [
  ...wordsInSayings(synonyms),
  ...Object.values(phrases).flat().flatMap(wordsOf),
]

export type Reader = {
  /** The words as they were meant: misspellings mended. */
  words: (text: string) => string[]
  /** What they are about: synonyms of any language and age made one, filler left out, nothing twice. */
  concepts: (text: string) => string[]
  /**
   * The same in the order of the sentence, with filler, and in the finer sense of what settles it. More words are known
   * here, so that a new answer never changes how a sentence for a guide is spelt.
   */
  thoughts: (text: string) => string[]
}

export function createReader(vocabularies: readonly Vocabulary[]): Reader {
  const usual = vocabularies.map(({ synonyms }) => synonyms)
  const inConcepts = createSayings(usual)
  const inThoughts = createSayings([...vocabularies.map(({ decisive }) => decisive.synonyms), ...usual])
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
    thoughts: (text) => inThoughts(wordsOf(text).map(settling)),
  }
}
