import { readable } from '../../src/core/errors/readable.ts'
import { hasNamedDigits } from './secrets/digits.ts'
import { withoutInnocents } from './secrets/innocents.ts'
import { isLogin, isPair, isSlashed } from './secrets/pairs.ts'
import {
  bare,
  code,
  hasInnerCapital,
  isInnocent,
  isOdd,
  isUnmistakable,
  kinds,
  sign,
} from './secrets/strength.ts'
import { hasToken } from './secrets/tokens.ts'
import { plain, type SecretPatterns, type SecretWords, secretPatterns } from './secrets/words.ts'
import { loadVocabularies } from './vocabulary.ts'

/** Detects a value after a colon or an equals sign, also a lone word: "mdp: soleil", but not "mdp : je l'ai perdu". */
function isAssigned(text: string, { assigned, noValue }: SecretPatterns): boolean {
  return [...text.matchAll(assigned)].some(([, value = '', rest = '']) => {
    if (isOdd(value) || (hasInnerCapital(value) && !isInnocent(value))) return true
    return (
      bare(value).length >= 4 &&
      /^(?:\s*$|["'<])/u.test(rest) &&
      // A second label: "password: password:".
      !/[:=]$/u.test(value) &&
      !isInnocent(value) &&
      !noValue.test(bare(value))
    )
  })
}

/** Detects a value after "is"; otherwise codes do not count: "to pass AZ-900". */
function isStated(text: string, { stated, spoken, noValue }: SecretPatterns): boolean {
  const next = [...text.matchAll(stated)].some(([, is, value = '']) =>
    is === undefined
      ? isOdd(value) && !code.test(bare(value))
      : isOdd(value) || (hasInnerCapital(value) && !noValue.test(value)),
  )
  return next || [...text.matchAll(spoken)].some(([, value = '']) => isOdd(value) && kinds(bare(value)) >= 2)
}

/** A pasted row of words and an amount: "Contoso;Transact;25000". */
const row = /^[^;]+(?:;\p{L}+){1,2};[$\d.,]+[km]?\$?$/iu
/** Names joined by a sign: "R&D2026Plan". */
const joined = /(?<=\p{L})[&+](?=\p{L})/gu

/** Splits JSON without spaces into its strings. */
const lonely = (text: string): string[] => (/^\s*[[{]+"/u.test(text) ? text.split('"') : [text])

/** Tests for one word that is a password or key: all four kinds of characters, or long and mixed. */
function isLone(text: string): boolean {
  const word = text.trim()
  if (/\s/u.test(word) || row.test(word) || withoutInnocents(word) !== word) return false
  const mixed = /\p{Lu}/u.test(word) && /\p{Ll}/u.test(word) && /\p{N}/u.test(word)
  return mixed && (word.length >= 24 || (word.length >= 8 && sign.test(word.replace(joined, ''))))
}

/** Characters read at the start and at the end of a text. */
const reach = 10_000

const ends = (text: string): string[] =>
  text.length > 2 * reach ? [text.slice(0, reach), text.slice(-reach)] : [text]

/** Creates the check for the password words of some languages. */
export function secretDetector(languages: readonly SecretWords[]): (text: string) => boolean {
  const patterns = secretPatterns(languages)
  return (given) => ends(given).some((part) => isSecret(plain(part), patterns) || isEscaped(part, patterns))
}

/** Detects secrets in escaped JSON, HTML or parts of links; whole links just have unusual words. */
function isEscaped(text: string, patterns: SecretPatterns): boolean {
  const read = readable(text)
  if (read === text) return false
  return hasToken(read) || isSecret(plain(readable(text.replace(link, ' '))), patterns)
}

const link = /\bhttps?:\/\/\S+/giu

function isSecret(whole: string, patterns: SecretPatterns): boolean {
  const text = whole.replace(patterns.number, ' ')
  return (
    hasToken(whole) ||
    isAssigned(text, patterns) ||
    isStated(text, patterns) ||
    hasNamedDigits(text, patterns) ||
    isPair(text) ||
    isSlashed(text) ||
    isLogin(text, patterns.login) ||
    lonely(text).some(isLone) ||
    text.split(/\s+/u).some(isUnmistakable)
  )
}

/**
 * Tests for a password, key or token, which must not be stored or logged. Talk about passwords, signatures, links,
 * numbers and codes are no secrets.
 */
export const looksLikeSecret = secretDetector(loadVocabularies().map(({ secrets }) => secrets))
