import { wordsIn } from './concepts.ts'
import { wordsOf } from './normalise.ts'
import { createSayings, wordsInSayings } from './sayings.ts'
import { createSpelling } from './spelling.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Concepts that are further apart in a sentence belong to different thoughts. */
const reach = 9

type Phrase = { target: string; concepts: readonly string[] }

/** Every stretch of the sentence that is one thought. */
const thoughtsIn = (said: readonly string[]): Set<string>[] =>
  Array.from({ length: Math.max(1, said.length - reach + 1) }, (_, at) => new Set(said.slice(at, at + reach)))

function createReading(vocabularies: readonly Vocabulary[]): (text: string) => string[] {
  const inConcepts = createSayings([
    ...vocabularies.map(({ decisive }) => decisive.synonyms),
    ...vocabularies.map(({ synonyms }) => synonyms),
  ])
  const own = vocabularies.flatMap(({ decisive: { synonyms, phrases } }) => [
    ...wordsInSayings(synonyms),
    ...Object.values(phrases).flat().flatMap(wordsOf),
  ])
  const spelt = createSpelling([...own, ...vocabularies.flatMap(wordsIn)])
  return (text) => inConcepts(wordsOf(text).map(spelt))
}

/**
 * Finds what a few words settle whatever else is said: "remove" and "tenant" are not an association, though every
 * other word is of one. A phrase counts when all its concepts are said near each other; the longest wins, and several
 * targets are a draw.
 */
export function createDecisive(vocabularies: readonly Vocabulary[]): (text: string) => string[] {
  const read = createReading(vocabularies)
  const phrases = vocabularies.flatMap(({ decisive }) =>
    Object.entries(decisive.phrases).flatMap(([target, texts]): Phrase[] =>
      texts.map((text) => ({ target, concepts: [...new Set(read(text))] })),
    ),
  )
  return (text) => {
    const thoughts = thoughtsIn(read(text))
    const found = phrases.filter(({ concepts }) =>
      thoughts.some((thought) => concepts.every((concept) => thought.has(concept))),
    )
    const longest = Math.max(...found.map(({ concepts }) => concepts.length))
    const best = found.filter(({ concepts }) => concepts.length === longest)
    return [...new Set(best.map(({ target }) => target))]
  }
}
