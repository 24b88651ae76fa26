import { wordsOf } from './normalise.ts'
import type { Vocabulary } from './vocabulary.ts'

function wordsIn({ polite, ignored, synonyms, targets, decisive }: Vocabulary): Set<string> {
  const phrases = Object.values(targets).flatMap(({ exact, phrases }) => [...exact, ...phrases])
  const ways = [synonyms, decisive.synonyms, decisive.phrases].flatMap((table) => Object.values(table).flat())
  return new Set([...polite, ...ignored, ...ways, ...phrases].flatMap(wordsOf))
}

/** Guesses by counting the words that only one language knows; undefined where the count is even or nothing is known. */
export function createLanguageGuess(
  vocabularies: readonly Vocabulary[],
): (text: string) => string | undefined {
  const known = vocabularies.map((vocabulary) => ({
    language: vocabulary.language,
    words: wordsIn(vocabulary),
  }))
  return (text) => {
    const said = wordsOf(text)
    const counts = known
      .map(({ language, words }) => ({ language, count: said.filter((word) => words.has(word)).length }))
      .sort((a, b) => b.count - a.count)
    const [first, second] = counts
    return first && first.count > (second?.count ?? 0) ? first.language : undefined
  }
}
