import { anyOf } from '../text/any-of.ts'
import type { ErrorWords } from './error-words.ts'

/** Code found in a text, with its position. */
export interface FoundCode {
  readonly code: string
  readonly at: number
}

/** Digits, also grouped in thousands or written one by one: "50 020", "5 0 0 2 0". */
const grouped = '\\d{1,3}(?:[\\s.,]\\d{3}){1,2}(?!\\d|[.,-]\\d)|\\d(?:\\s\\d){3,7}(?!\\d)'
const signIn = new RegExp(`(?<!\\p{L})AAD\\s?STS[\\s:#_-]{0,3}(\\d{4,8}(?!\\d)|${grouped})`, 'giu')
const separator = '["\'\\]]{0,2}\\s{0,3}[:=#]?\\s{0,3}[\\[("\']{0,3}\\s{0,2}'
const space = '[ \\u00a0\\u202f]'
const digits = `\\d{4,8}|\\d{2,3}${space}\\d{3}|\\d(?:${space}\\d{3}){2}`

/** Pattern source of no amount after a number. */
export const notAmount = ({ amounts }: ErrorWords['words']): string =>
  `(?!\\d|[.,]\\d|\\s?(?:[$€%]|(?:k|usd|eur|${anyOf(amounts)})(?![a-z])))`

/** Makes the finder of numbers after a word such as "error", "code" or "erreur", of any system. */
export function numberedCodeFinder({ words }: ErrorWords): (text: string) => FoundCode[] {
  const { error, errors, code, number, ofError, is, otherCodes } = words
  const label = `(?<!\\b${anyOf(otherCodes)}[\\s-])(?<!\\p{L})${anyOf([...error, ...errors, ...code])}`
  const between = `[\\s_-]{0,2}(?:${anyOf([...code, ...number, ...ofError, ...is])}|n[o°º])`
  const numbered = new RegExp(
    `${label}(?:${between}){0,3}[\\s_-]{0,2}${separator}(${digits})${notAmount(words)}`,
    'giu',
  )
  return (text) => matches(text, numbered)
}

const matches = (text: string, pattern: RegExp): FoundCode[] =>
  [...text.matchAll(pattern)].flatMap(({ 1: code, index }) =>
    code ? [{ code: code.replace(/\D/g, ''), at: index }] : [],
  )

/** Finds codes that a text attributes to Microsoft Entra (AADSTS50020), in order. */
export const signInCodes = (text: string): FoundCode[] => matches(text, signIn)

const humps = /[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z0-9]+/g
/** Minimum number of words; fewer are ordinary English when separated: "not supported". */
const fewestApart = 4

/**
 * Builds a pattern for a name such as MPNAccountNotVetted in any case; distinctive names also match as separate
 * words.
 */
export function namePattern(name: string): RegExp {
  const parts = name.match(humps) ?? [name]
  const isDistinctive = parts.length >= fewestApart || name.startsWith('MPN')
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${parts.join(isDistinctive ? '[\\s_-]?' : '')}(?![\\p{L}\\p{N}])`,
    'iu',
  )
}
