import { wordsOf } from './normalize.ts'
import { loadVocabularies, type Vocabulary } from './vocabulary.ts'

/** Makes the check whether words deny something in one of these languages. */
export function negationDetector(vocabularies: readonly Vocabulary[]): (text: string) => boolean {
  const known = new Set(vocabularies.flatMap(({ negations }) => negations.flatMap(wordsOf)))
  return (text) => wordsOf(text).some((word) => known.has(word))
}

export const isNegative = negationDetector(loadVocabularies())
