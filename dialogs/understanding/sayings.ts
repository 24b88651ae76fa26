import { wordsOf } from './normalize.ts'

/** Concepts (several separated by spaces) → wordings. */
export type Synonyms = Readonly<Record<string, readonly string[]>>

type Saying = { words: string[]; concepts: string[] }

const sayingsOf = (synonyms: Synonyms): Saying[] =>
  Object.entries(synonyms).flatMap(([concepts, ways]) =>
    [concepts, ...ways].map((way) => ({ words: wordsOf(way), concepts: concepts.split(' ') })),
  )

/** Wordings by first word, longest first: "azure ad tenant" is not "azure ad" and "tenant". */
function byFirstWord(sayings: Saying[]): Map<string, Saying[]> {
  const grouped = new Map<string, Saying[]>()
  for (const saying of sayings.toSorted((a, b) => b.words.length - a.words.length)) {
    const first = saying.words[0] ?? ''
    grouped.set(first, [...(grouped.get(first) ?? []), saying])
  }
  return grouped
}

/** All words of the wordings. */
export const wordsInSayings = (synonyms: Synonyms): string[] =>
  sayingsOf(synonyms).flatMap(({ words }) => words)

/** Replaces wordings by their concepts; earlier tables take precedence. */
export function createSayings(tables: readonly Synonyms[]): (words: readonly string[]) => string[] {
  const sayings = byFirstWord(tables.flatMap(sayingsOf))
  return (words) => {
    const result: string[] = []
    for (let at = 0; at < words.length; ) {
      const said = sayings
        .get(words[at] ?? '')
        ?.find((saying) => saying.words.every((word, i) => words[at + i] === word))
      result.push(...(said?.concepts ?? [words[at] ?? '']))
      at += said?.words.length ?? 1
    }
    return result
  }
}
