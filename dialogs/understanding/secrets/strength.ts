import { withoutInnocents } from './innocents.ts'

/** Signs that passwords have and codes have not. */
export const sign = /[!@#$%^&*?~+=]/u

/** A word without quotation marks, brackets, the end of a sentence and a French article. */
export const bare = (word: string) =>
  word.replace(/^["'“«(<]+|["'”».,;:?)…>]+$/gu, '').replace(/^\p{L}{1,2}'/u, '')

/** Whether a word is known to be no secret: an address, a date, a version. */
export const isInnocent = (word: string) =>
  [word, bare(word)].some((each) => !/[\p{L}\p{N}]/u.test(withoutInnocents(each)))

/** "AZ-900": the number of an exam, a room, a plan. */
export const code = /^\p{Lu}{1,6}-?\d+$/u

/** Too odd for a word of a sentence: a digit or a sign inside. */
export function isOdd(word: string): boolean {
  const value = bare(word)
  return value.length >= 4 && !isInnocent(word) && (/\p{N}/u.test(value) || sign.test(value))
}

/** "HunterTwo". */
export const hasInnerCapital = (word: string) => bare(word).length >= 4 && /\p{Ll}\p{Lu}/u.test(bare(word))

/** Three kinds of characters, or letters with a number and a sign: no name, number or code is like that. */
export const isStrong = (word: string): boolean => [word, bare(word)].some(isMixed)

function isMixed(word: string): boolean {
  const rest = withoutInnocents(word).trim()
  if (/\s/u.test(rest) || !/\p{L}/u.test(rest)) return false
  if (rest.length >= 8 && sign.test(rest)) return kinds(rest) >= 3
  return rest.split(/[-._/:,;()|]/u).some((part) => part.length >= 8 && kinds(part) >= 3)
}

/** The kinds of characters in a word, 4 at most. */
export function kinds(word: string): number {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, sign].filter((kind) => kind.test(word)).length
}

/** Signs that stand in passwords, and hardly ever between the parts of a name or a parameter. */
const rareSign = /[!@#$^*~]/u

/** Strong, with a digit and a rare sign: "Winter2024!". */
export const isMarked = (word: string): boolean =>
  isStrong(word) && /\p{N}/u.test(word) && rareSign.test(withoutInnocents(word))

const innerSign = /(?<=[\p{L}\p{N}])[!$^*~@](?=[\p{L}\p{N}])/u
const cell = /^[\p{L}\p{N}_]+![A-Z]{1,3}\d+$/u

/** A password wherever it stands: all four kinds of characters, with a sign inside: "Kx7!pLm2q". */
export function isUnmistakable(given: string): boolean {
  const word = bare(given)
  if (!/^[\p{L}\p{N}!@#$%^&*?~_.-]{8,64}$/u.test(word) || cell.test(word)) return false
  return kinds(word) === 4 && innerSign.test(word) && withoutInnocents(word) === word
}
