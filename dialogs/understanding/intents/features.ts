import { wordsOf } from '../normalize.ts'

/** Weights of the kinds of features: word, pair of words, part of a word, concept, pair of concepts. */
const kinds = { word: 1, pair: 0.8, part: 0.45, concept: 0.8, conceptPair: 0.5 }
const partLengths = [3, 4]

/** Concepts of a sentence in order, the same in any language. */
export type Concepts = (text: string) => readonly string[]

/** Features of a sentence, each with its weight: words and concepts, pairs of them, and parts of words. */
export function featuresOf(text: string, concepts: Concepts): Map<string, number> {
  const words = wordsOf(text)
  const meant = concepts(text).map((concept) => `#${concept}`)
  const found = new Map<string, number>()
  const add = (features: readonly string[], weight: number) => {
    for (const feature of features) found.set(feature, (found.get(feature) ?? 0) + weight)
  }
  add(words, kinds.word)
  add(pairsOf(words), kinds.pair)
  add(words.flatMap(partsOf), kinds.part)
  add(meant, kinds.concept)
  add(pairsOf(meant), kinds.conceptPair)
  return found
}

const pairsOf = (words: readonly string[]): string[] =>
  [...words, '.'].map((word, at) => `${words[at - 1] ?? '.'} ${word}`)

/** Parts with their place: beginnings and ends of words are marked. */
function partsOf(word: string): string[] {
  const marked = `<${word}>`
  return partLengths.flatMap((length) =>
    Array.from(
      { length: Math.max(0, marked.length - length + 1) },
      (_, at) => `_${marked.slice(at, at + length)}`,
    ),
  )
}
