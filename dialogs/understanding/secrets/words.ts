import { literal } from '../../../src/core/text/literal.ts'
import type { Vocabulary } from '../vocabulary.ts'

/** Patterns from the password words of all languages, for texts without accents. */
export interface SecretPatterns {
  /** "password: …"; group 1 is the value, 2 the rest of its line. */
  readonly assigned: RegExp
  /** "password …"; group 1 is the word "is", 2 the value. */
  readonly stated: RegExp
  /** "password of the account is …"; group 1 is the value. */
  readonly spoken: RegExp
  /** Answers in place of a value: "forgotten". */
  readonly noValue: RegExp
  /** "PIN: 4821", "the one-time code that I got is 482 153". */
  readonly digits: readonly RegExp[]
  /** "cvv 123". */
  readonly checked: RegExp
  /** Words that mark a long number as a card's. */
  readonly card: RegExp
  /** "login: joe"; group 1 is the colon. */
  readonly login: RegExp
  /** "case number: TPD-2024-AB12", "Order#1234". */
  readonly number: RegExp
}

export type SecretWords = Vocabulary['secrets']

/** Removes accents, ligatures and full-width forms; unifies apostrophes. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('’', "'")

/** Builds the patterns. */
export function secretPatterns(languages: readonly SecretWords[]): SecretPatterns {
  const name = anyOf(languages.flatMap(({ names }) => names))
  const is = anyOf(languages.flatMap(({ is }) => is))
  const noValue = anyOf(languages.flatMap((words) => words.noValue))
  const number = anyOf(languages.flatMap(({ numbers }) => numbers))
  const numbering = `(?:\\s?${anyOf(languages.flatMap(({ numbering }) => numbering ?? []))}\\.?)?\\s?[:#.]?\\s?#?`
  const code = anyOf(languages.flatMap(({ codes }) => codes ?? []))
  const check = anyOf(languages.flatMap(({ checks }) => checks ?? []))
  const cards = anyOf(languages.flatMap(({ cards, checks }) => [...(cards ?? []), ...(checks ?? [])]))
  const logins = anyOf(languages.flatMap(({ logins }) => logins ?? []))
  const named = `(?<![\\p{L}\\p{N}])${name}`
  return {
    assigned: new RegExp(
      `${named}\\\\?["']?(?:\\s*(?::|=|->|=>|→)|\\s+[-–—|/](?=\\s)|>(?=[^\\s<>]+</))\\s*${value}(?=(.{0,200}))`,
      'giu',
    ),
    stated: new RegExp(`${named}\\s+(${is}\\s*:?\\s+)?${value}`, 'giu'),
    spoken: new RegExp(`${named}(?:\\s+\\S{1,40}){1,4}?\\s+${is}\\s*:?\\s+${value}`, 'giu'),
    digits: [
      new RegExp(`${begin}${code}["']?\\s*(?:[:=#>-]|→|${is}(?=[\\s:]))?:?\\s*["'(]?${digits}`, 'iu'),
      new RegExp(`${begin}${code}(?:\\s+\\S{1,40}){1,4}?\\s+${is}\\s*:?\\s+${digits}`, 'iu'),
    ],
    checked: new RegExp(`${begin}${check}\\s*(?:[:=#-]|${is}(?=\\s))?\\s*\\d{3,4}(?!\\d)`, 'iu'),
    card: new RegExp(`${begin}${cards}(?![\\p{L}\\p{N}])`, 'iu'),
    login: new RegExp(
      `${begin}${logins}["']?(?:\\s*([:=])\\s*|\\s+(?:${is}\\s+)?)["']?[^\\s/|:;,"']{1,64}["']?`,
      'giu',
    ),
    noValue: new RegExp(`^${noValue}`, 'iu'),
    number: new RegExp(
      `(?<![\\p{L}\\p{N}])${number}${numbering}[\\p{L}\\d-]{0,24}\\d[\\p{L}\\d-]{0,24}(?![\\p{L}\\d!@$%^&*?~+=-])`,
      'giu',
    ),
  }
}

/** Up to a space, or the end of a JSON string or an XML element: `provided.","error_codes":[…]`. */
const value = '((?:(?!["\'][,:}\\]]|</\\p{L})\\S)+)'

const begin = '(?<![\\p{L}\\p{N}])'
/** Digits of a PIN or a one-time code. */
const digits = '(?:\\d{3}[ -]\\d{3}|\\d{4,8})(?![\\p{L}\\d-]|[.,]\\d|\\s?[$€%])'

/** Alternation of words; matches nothing without words. */
const anyOf = (words: readonly string[]): string =>
  words.length === 0 ? '(?!)' : `(?:${[...words].sort(longestFirst).map(pattern).join('|')})`

const longestFirst = (one: string, other: string) => other.length - one.length

/** Matches "api key", "api_key" and "ApiKey". */
const pattern = (words: string): string =>
  literal(plain(words)).replace(/\s+/g, '[ _-]?').replaceAll("'", "[' ]?")
