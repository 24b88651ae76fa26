import { wordsOf } from './normalise.ts'
import { createSayings, wordsInSayings } from './sayings.ts'
import { createSpelling } from './spelling.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Every word that a language's vocabulary has, as people write it without mistakes. */
export function wordsIn({ polite, ignored, everyday, synonyms, targets }: Vocabulary): string[] {
  const phrases = Object.values(targets).flatMap(({ exact, phrases }) => [...exact, ...phrases])
  return [...wordsInSayings(synonyms), ...[...polite, ...ignored, ...everyday, ...phrases].flatMap(wordsOf)]
}

export type Reader = {
  /** The words as they were meant: misspellings mended. */
  words: (text: string) => string[]
  /** What they are about: synonyms of any language and age made one, filler left out, nothing twice. */
  concepts: (text: string) => string[]
}

export function createReader(vocabularies: readonly Vocabulary[]): Reader {
  const inConcepts = createSayings(vocabularies.map(({ synonyms }) => synonyms))
  const spelt = createSpelling(vocabularies.flatMap(wordsIn))
  const filler = new Set(
    vocabularies.flatMap(({ polite, ignored }) => [...polite, ...ignored].flatMap(wordsOf)),
  )
  const words = (text: string) => wordsOf(text).map(spelt)
  return {
    words,
    concepts: (text) => [...new Set(inConcepts(words(text)))].filter((concept) => !filler.has(concept)),
  }
}
