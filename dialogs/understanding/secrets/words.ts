import { literal } from '../../../src/core/literal.ts'
import type { Vocabulary } from '../vocabulary.ts'

/** The words of all languages around a password, as patterns for texts without accents. */
export interface SecretPatterns {
  /** "password: …"; group 1 is the value, 2 the rest of its line. */
  readonly assigned: RegExp
  /** "password …"; group 1 says that it is one ("is"), 2 is the value. */
  readonly stated: RegExp
  /** "password of the account is …"; group 1 is the value. */
  readonly spoken: RegExp
  /** Answers in place of a value: "forgotten". */
  readonly excuse: RegExp
  /** "case number: TPD-2024-AB12", "Order#1234". */
  readonly number: RegExp
}

export type SecretWords = Vocabulary['secrets']

/** Marks of letters go, ligatures and full-width signs become plain, and there is one apostrophe. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('’', "'")

/** Puts the words of all languages into the patterns. */
export function secretPatterns(languages: readonly SecretWords[]): SecretPatterns {
  const name = anyOf(languages.flatMap(({ names }) => names))
  const is = anyOf(languages.flatMap(({ is }) => is))
  const excuse = anyOf(languages.flatMap(({ excuses }) => excuses))
  const number = anyOf(languages.flatMap(({ numbers }) => numbers))
  const named = `(?<![\\p{L}\\p{N}])${name}`
  return {
    assigned: new RegExp(`${named}["']?(?:\\s*(?::|=|->|=>|→)|\\s+[-–—|/](?=\\s))\\s*${value}(.*)`, 'iu'),
    stated: new RegExp(`${named}\\s+(${is}\\s*:?\\s+)?${value}`, 'giu'),
    spoken: new RegExp(`${named}(?:\\s+\\S{1,40}){1,4}?\\s+${is}\\s*:?\\s+${value}`, 'giu'),
    excuse: new RegExp(`^${excuse}`, 'iu'),
    number: new RegExp(
      `(?<![\\p{L}\\p{N}])${number}${numbering}[\\p{L}\\d-]{0,24}\\d[\\p{L}\\d-]{0,24}(?![\\p{L}\\d!@$%^&*?~+=-])`,
      'giu',
    ),
  }
}

/** As far as the next space, or to where a string of JSON or an element of XML ends: `provided.","error_codes":[…]`. */
const value = '((?:(?!["\'][,:}\\]]|</\\p{L})\\S)+)'

/** "number", "n°", "no.", "#" and a colon, as they stand between a name and its number. */
const numbering = '(?:\\s?(?:number|numero|nr|no|n°)\\.?)?\\s?[:#.]?\\s?#?'

const anyOf = (words: readonly string[]): string =>
  `(?:${[...words].sort(longestFirst).map(pattern).join('|')})`

const longestFirst = (one: string, other: string) => other.length - one.length

/** "api key" is "api_key" and "ApiKey", too. */
const pattern = (words: string): string =>
  literal(plain(words)).replace(/\s+/g, '[ _-]?').replaceAll("'", "[' ]?")
