import { literal } from './literal.ts'

/**
 * Pattern source of one of some words, with or without their accents, with spaces, hyphens or underscores between them,
 * and with any apostrophe; of nothing where there are no words.
 */
export function anyOf(words: readonly string[]): string {
  return alternatives(words, (run) => [...run].map(letter).join(''))
}

/** The same for words that may begin with a capital, where case counts. */
export function anyOfCapitalised(words: readonly string[]): string {
  return alternatives(words, ([first = '', ...rest]) =>
    [oneOf([...variants(first), ...variants(first.toUpperCase())]), ...rest.map(letter)].join(''),
  )
}

function alternatives(words: readonly string[], written: (run: string) => string): string {
  const spelled = (word: string) => (runs(word) ?? []).map((run) => signs.get(run) ?? written(run)).join('')
  const longestFirst = [...words].sort((one, other) => other.length - one.length)
  return words.length === 0 ? '(?!)' : `(?:${longestFirst.map(spelled).join('|')})`
}

const runs = (word: string) => word.normalize('NFC').match(/\p{L}+|\P{L}/gu)

const apostrophe = "['’]\\s?"
const signs: ReadonlyMap<string, string> = new Map([
  [' ', '[\\s_-]'],
  ["'", apostrophe],
  ['’', apostrophe],
])

const letter = (each: string) => oneOf(variants(each))
const variants = (each: string) => [each, each.normalize('NFD').replace(/\p{M}/gu, '')]

function oneOf(given: readonly string[]): string {
  const different = [...new Set(given)].map(literal)
  return different.length === 1 ? different.join('') : `[${different.join('')}]`
}
