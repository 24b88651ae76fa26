import MiniSearch from 'minisearch'

const shortest = 5
const mistakes = (word: string) => (word.length < 8 ? 1 : 2)
/** Equal for words that differ only in letter order after the first. */
const sorted = (word: string) => word.slice(0, 1) + [...word.slice(1)].sort().join('')

/** Corrects a word. */
export type Spelling = (word: string) => string

function createIndex(words: Iterable<string>): MiniSearch {
  const index = new MiniSearch<{ id: string }>({
    fields: ['id'],
    tokenize: (word) => [word],
    processTerm: (word) => word,
  })
  index.addAll([...words].map((id) => ({ id })))
  return index
}

/**
 * Corrects mistyped or truncated words to the nearest known word; returns unknown words unchanged. The index is built
 * on first use (about 100 ms), not at start.
 */
export function createSpelling(words: Iterable<string>): Spelling {
  const known = new Set(words)
  const swapped = new Map([...known].map((word) => [sorted(word), word]))
  let made: MiniSearch | undefined
  const index = () => {
    made ??= createIndex(known)
    return made
  }

  return (word) => {
    if (known.has(word) || word.length < shortest) return word
    const [nearest] = index().search(word, {
      fuzzy: mistakes(word),
      prefix: true,
      filter: ({ id }) => id[0] === word[0],
    })
    return nearest ? String(nearest.id) : (swapped.get(sorted(word)) ?? word)
  }
}
