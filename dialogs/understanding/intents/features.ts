import { wordsOf } from '../normalize.ts'

/** Weights of the kinds of features: word, pair of words, part of a word. */
const kinds = { word: 1, pair: 0.8, part: 0.45 }
const partLengths = [3, 4]

/** Features of a sentence, each with its weight: its words, pairs of words and parts of words, in any language. */
export function featuresOf(text: string): Map<string, number> {
  const words = wordsOf(text)
  const found = new Map<string, number>()
  const add = (feature: string, weight: number) => found.set(feature, (found.get(feature) ?? 0) + weight)
  for (const word of words) add(word, kinds.word)
  for (const pair of pairsOf(words)) add(pair, kinds.pair)
  for (const part of words.flatMap(partsOf)) add(part, kinds.part)
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
