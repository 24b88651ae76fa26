import { wordsOf } from './normalise.ts'
import { createSpelling } from './spelling.ts'
import type { Vocabulary } from './vocabulary.ts'

type Saying = { words: string[]; concepts: string[] }

function sayingsOf({ synonyms }: Vocabulary): Saying[] {
  return Object.entries(synonyms).flatMap(([concepts, ways]) =>
    [concepts, ...ways].map((way) => ({ words: wordsOf(way), concepts: concepts.split(' ') })),
  )
}

/** The sayings by their first word, the longest first: "azure ad tenant" is not an "azure ad" and a "tenant". */
function byFirstWord(sayings: Saying[]): Map<string, Saying[]> {
  const grouped = new Map<string, Saying[]>()
  for (const saying of sayings.toSorted((a, b) => b.words.length - a.words.length)) {
    const first = saying.words[0] ?? ''
    grouped.set(first, [...(grouped.get(first) ?? []), saying])
  }
  return grouped
}

function replaceSayings(words: string[], sayings: Map<string, Saying[]>): string[] {
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

function wordsIn(vocabulary: Vocabulary): string[] {
  const { polite, ignored, everyday, targets } = vocabulary
  const phrases = Object.values(targets).flatMap(({ exact, phrases }) => [...exact, ...phrases])
  const sayings = sayingsOf(vocabulary).flatMap(({ words }) => words)
  return [...sayings, ...[...polite, ...ignored, ...everyday, ...phrases].flatMap(wordsOf)]
}

export type Reader = {
  /** The words as they were meant: misspellings mended. */
  words: (text: string) => string[]
  /** What they are about: synonyms of any language and age made one, filler left out, nothing twice. */
  concepts: (text: string) => string[]
}

export function createReader(vocabularies: readonly Vocabulary[]): Reader {
  const sayings = byFirstWord(vocabularies.flatMap(sayingsOf))
  const spelt = createSpelling(vocabularies.flatMap(wordsIn))
  const filler = new Set(
    vocabularies.flatMap(({ polite, ignored }) => [...polite, ...ignored].flatMap(wordsOf)),
  )
  const words = (text: string) => wordsOf(text).map(spelt)
  return {
    words,
    concepts: (text) =>
      [...new Set(replaceSayings(words(text), sayings))].filter((concept) => !filler.has(concept)),
  }
}
