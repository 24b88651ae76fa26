import { withoutInnocents } from './innocents.ts'

/** Signs of passwords, not of codes. */
export const sign = /[!@#$%^&*?~+=]/u

/** Removes quotation marks, brackets, final punctuation and French articles. */
export const bare = (word: string) =>
  word.replace(/^["'“«(<]+|["'”».,;:?)…>]+$/gu, '').replace(/^\p{L}{1,2}'/u, '')

/** Tests for harmless words: addresses, dates, versions. */
export const isInnocent = (word: string) =>
  [word, bare(word)].some((each) => !/[\p{L}\p{N}]/u.test(withoutInnocents(each)))

/** "AZ-900": the number of an exam, a room, a plan. */
export const code = /^\p{Lu}{1,6}-?\d+$/u

/** Tests for a digit or a sign inside a word. */
export function isOdd(word: string): boolean {
  const value = bare(word)
  return value.length >= 4 && !isInnocent(word) && (/\p{N}/u.test(value) || sign.test(value))
}

/** "HunterTwo". */
export const hasInnerCapital = (word: string) => bare(word).length >= 4 && /\p{Ll}\p{Lu}/u.test(bare(word))

/** Tests for three kinds of characters, or letters with a digit and a sign, unlike names, numbers and codes. */
export const isStrong = (word: string): boolean => [word, bare(word)].some(isMixed)

function isMixed(word: string): boolean {
  const rest = withoutInnocents(word).trim()
  if (/\s/u.test(rest) || !/\p{L}/u.test(rest)) return false
  if (rest.length >= 8 && sign.test(rest)) return kinds(rest) >= 3
  return rest.split(/[-._/:,;()|]/u).some((part) => part.length >= 8 && kinds(part) >= 3)
}

/** Counts kinds of characters, 4 at most. */
export function kinds(word: string): number {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, sign].filter((kind) => kind.test(word)).length
}

/** Signs of passwords, rare in names and parameters. */
const rareSign = /[!@#$^*~]/u

/** Strong, with a digit and a rare sign: "Winter2024!". */
export const isMarked = (word: string): boolean =>
  isStrong(word) && /\p{N}/u.test(word) && rareSign.test(withoutInnocents(word))

const innerSign = /(?<=[\p{L}\p{N}])[!$^*~@](?=[\p{L}\p{N}])/u
const cell = /^[\p{L}\p{N}_]+![A-Z]{1,3}\d+$/u

/** Tests for a certain password: all four kinds of characters with a sign inside, as in "Kx7!pLm2q". */
export function isUnmistakable(given: string): boolean {
  const word = bare(given)
  if (!/^[\p{L}\p{N}!@#$%^&*?~_.-]{8,64}$/u.test(word) || cell.test(word)) return false
  return kinds(word) === 4 && innerSign.test(word) && withoutInnocents(word) === word
}
