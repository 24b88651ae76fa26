import type { Vocabulary } from './vocabulary.ts'

/** Concepts further apart do not belong together. */
const reach = 9

type Phrase = { target: string; concepts: readonly string[] }

/** All windows of nearby concepts. */
const stretchesOf = (said: readonly string[]): Set<string>[] =>
  Array.from({ length: Math.max(1, said.length - reach + 1) }, (_, at) => new Set(said.slice(at, at + reach)))

/**
 * Finds targets decided by a few words: "remove" and "tenant" are no association, whatever else is said. All concepts
 * of a phrase must be near each other; the longest phrase wins, several targets are a draw.
 */
export function createDecisive(vocabularies: readonly Vocabulary[], read: (text: string) => string[]) {
  const phrases = vocabularies.flatMap(({ decisive }) =>
    Object.entries(decisive.phrases).flatMap(([target, texts]): Phrase[] =>
      texts.map((text) => ({ target, concepts: [...new Set(read(text))] })),
    ),
  )
  return (text: string): string[] => {
    const said = read(text)
    const all = new Set(said)
    const stretches = stretchesOf(said)
    const isIn = (set: Set<string>, { concepts }: Phrase) => concepts.every((concept) => set.has(concept))
    const found = phrases.filter(
      (phrase) => isIn(all, phrase) && stretches.some((stretch) => isIn(stretch, phrase)),
    )
    const longest = Math.max(...found.map(({ concepts }) => concepts.length))
    const best = found.filter(({ concepts }) => concepts.length === longest)
    return [...new Set(best.map(({ target }) => target))]
  }
}
