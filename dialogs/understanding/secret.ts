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

/** After a colon or an equals sign, a lone word is the password too: "mdp: soleil", but not "mdp : je l'ai perdu". */
function isAssigned(text: string, { assigned, excuse }: SecretPatterns): boolean {
  return [...text.matchAll(assigned)].some(([, value = '', rest = '']) => {
    if (isOdd(value) || (hasInnerCapital(value) && !isInnocent(value))) return true
    return (
      bare(value).length >= 4 &&
      /^(?:\s*$|["'<])/u.test(rest) &&
      // Another label: "password: password:".
      !/[:=]$/u.test(value) &&
      !isInnocent(value) &&
      !excuse.test(bare(value))
    )
  })
}

/** Without "is", a code may be about something else: "to pass AZ-900". */
function isStated(text: string, { stated, spoken, excuse }: SecretPatterns): boolean {
  const next = [...text.matchAll(stated)].some(([, is, value = '']) =>
    is === undefined
      ? isOdd(value) && !code.test(bare(value))
      : isOdd(value) || (hasInnerCapital(value) && !excuse.test(value)),
  )
  return next || [...text.matchAll(spoken)].some(([, value = '']) => isOdd(value) && kinds(bare(value)) >= 2)
}

/** A pasted row such as "Contoso;Transact;25000": words, then an amount. */
const row = /^[^;]+(?:;\p{L}+){1,2};[$\d.,]+[km]?\$?$/iu
/** Two names joined by a sign: "R&D2026Plan". */
const joined = /(?<=\p{L})[&+](?=\p{L})/gu

/** JSON without a space is not one word: its strings are. */
const lonely = (text: string): string[] => (/^\s*[[{]+"/u.test(text) ? text.split('"') : [text])

/** One word that is nothing but a password or key: all four kinds of characters, or long and mixed. */
function isLone(text: string): boolean {
  const word = text.trim()
  if (/\s/u.test(word) || row.test(word) || withoutInnocents(word) !== word) return false
  const mixed = /\p{Lu}/u.test(word) && /\p{Ll}/u.test(word) && /\p{N}/u.test(word)
  return mixed && (word.length >= 24 || (word.length >= 8 && sign.test(word.replace(joined, ''))))
}

/** Characters that are read at the beginning of a text, and at its end. */
const reach = 10_000

const ends = (text: string): string[] =>
  text.length > 2 * reach ? [text.slice(0, reach), text.slice(-reach)] : [text]

/** Makes the check for languages with these words around a password. */
export function secretDetector(languages: readonly SecretWords[]): (text: string) => boolean {
  const patterns = secretPatterns(languages)
  return (given) => ends(given).some((part) => isSecret(plain(part), patterns) || isEscaped(part, patterns))
}

/** A secret in JSON, HTML or a part of a link that is written with escapes; a whole link has odd words only. */
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
 * Whether somebody typed a password, key or token. Such a text must not be kept or logged.
 * Talking about passwords is fine, and so are signatures, links, numbers and codes.
 */
export const looksLikeSecret = secretDetector(loadVocabularies().map(({ secrets }) => secrets))
