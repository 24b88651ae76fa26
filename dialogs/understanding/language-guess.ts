import { wordsOf } from './normalize.ts'
import type { Vocabulary } from './vocabulary.ts'

function wordsIn({ polite, ignored, synonyms, targets, finerSynonyms }: Vocabulary): Set<string> {
  const phrases = Object.values(targets).flatMap(({ exact, phrases }) => [...exact, ...phrases])
  const ways = [synonyms, finerSynonyms].flatMap((table) => Object.values(table).flat())
  return new Set([...polite, ...ignored, ...ways, ...phrases].flatMap(wordsOf))
}

/** Language of a text; `plain` if beyond doubt. */
export type Guess = { readonly language: string; readonly plain: boolean }

/** Words of one language that remove doubt, if the other has at most half as many. */
const enough = 3

/** Guesses a language by words that only it has; undefined on a tie or without evidence. */
export function createLanguageGuess(
  vocabularies: readonly Vocabulary[],
): (text: string) => Guess | undefined {
  const known = vocabularies.map((vocabulary) => ({
    language: vocabulary.language,
    words: wordsIn(vocabulary),
  }))
  return (text) => {
    const said = wordsOf(text).map((word) => known.filter(({ words }) => words.has(word)))
    const counts = known
      .map((each) => ({
        language: each.language,
        count: said.filter((knowing) => knowing.includes(each)).length,
        alone: said.filter((knowing) => knowing.length === 1 && knowing[0] === each).length,
      }))
      .sort((a, b) => b.count - a.count)
    const [first, second = { count: 0, alone: 0 }] = counts
    if (!first || first.count <= second.count) return undefined
    return {
      language: first.language,
      plain: first.alone >= enough && first.alone >= 2 * second.alone,
    }
  }
}
