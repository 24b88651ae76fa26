import MiniSearch from 'minisearch'

const shortest = 5
const mistakes = (word: string) => (word.length < 8 ? 1 : 2)
/** The same for two words that differ by the order of their letters alone, the first aside. */
const sorted = (word: string) => word.slice(0, 1) + [...word.slice(1)].sort().join('')

export type Spelling = (word: string) => string

/** Reads a mistyped or cut-off word as the nearest of the words known; returns unknown words as they are. */
export function createSpelling(words: Iterable<string>): Spelling {
  const known = new Set(words)
  const index = new MiniSearch<{ id: string }>({
    fields: ['id'],
    tokenize: (word) => [word],
    processTerm: (word) => word,
  })
  index.addAll([...known].map((id) => ({ id })))

  const swapped = new Map([...known].map((word) => [sorted(word), word]))

  return (word) => {
    if (known.has(word) || word.length < shortest) return word
    const [nearest] = index.search(word, {
      fuzzy: mistakes(word),
      prefix: true,
      filter: ({ id }) => id[0] === word[0],
    })
    return nearest ? String(nearest.id) : (swapped.get(sorted(word)) ?? word)
  }
}
