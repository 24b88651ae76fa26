import { email, withoutInnocents } from './secrets/innocents.ts'
import { hasToken } from './secrets/tokens.ts'
import { plain, type SecretPatterns, type SecretWords, secretPatterns } from './secrets/words.ts'
import { loadVocabularies } from './vocabulary.ts'

/** Signs that passwords have and codes have not. */
const sign = /[!@#$%^&*?~+=]/u

const bare = (word: string) => word.replace(/^["'“«(<]+|["'”».,;:?)…>]+$/gu, '').replace(/^\p{L}{1,2}'/u, '')

const isInnocent = (word: string) =>
  [word, bare(word)].some((each) => !/[\p{L}\p{N}]/u.test(withoutInnocents(each)))
/** "AZ-900": the number of an exam, a room, a plan. */
const code = /^\p{Lu}{1,6}-?\d+$/u

/** Too odd for a word of a sentence: a digit or a sign inside. */
function isOdd(word: string): boolean {
  const value = bare(word)
  return value.length >= 4 && !isInnocent(word) && (/\p{N}/u.test(value) || sign.test(value))
}

const hasInnerCapital = (word: string) => bare(word).length >= 4 && /\p{Ll}\p{Lu}/u.test(bare(word))

/** Three kinds of characters, or letters with a number and a sign: no name, number or code is like that. */
const isStrong = (word: string): boolean => [word, bare(word)].some(isMixed)

function isMixed(word: string): boolean {
  const rest = withoutInnocents(word).trim()
  if (/\s/u.test(rest) || !/\p{L}/u.test(rest)) return false
  if (rest.length >= 8 && sign.test(rest)) return kinds(rest) >= 3
  return rest.split(/[-._/:,;()|]/u).some((part) => part.length >= 8 && kinds(part) >= 3)
}

function kinds(word: string): number {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, sign].filter((kind) => kind.test(word)).length
}

/** After a colon or an equals sign, a lone word is the password too: "mdp: soleil", but not "mdp : je l'ai perdu". */
function isAssigned(text: string, { assigned, excuse }: SecretPatterns): boolean {
  const [, value = '', rest = ''] = assigned.exec(text) ?? []
  if (isOdd(value) || (hasInnerCapital(value) && !isInnocent(value))) return true
  return (
    bare(value).length >= 4 &&
    /^(?:\s*$|["'<])/u.test(rest) &&
    !isInnocent(value) &&
    !excuse.test(bare(value))
  )
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

/** As far as a word right after an address may be. */
const nearby = 300

/** An address and, right after it, a strong word; where there is nothing else, any word that no code looks like. */
function isPair(text: string): boolean {
  return [...text.matchAll(email)].some(({ 0: address, index }) => {
    const after = text.slice(index + address.length, index + address.length + nearby)
    const words = after.split(/\s+/u).map((word) => word.replace(/^[/:;,|]+/u, ''))
    const next = words.filter((word) => word !== '').slice(0, 2)
    return next.some(isStrong) || (text.slice(0, index).trim() === '' && isOnlyPair(after))
  })
}

/** "mail / Winter-2026" and "mail:soleil24". */
function isOnlyPair(after: string): boolean {
  const [, word = ''] = /^\s*[/:;|]\s*(\S+)\s*$/u.exec(after) ?? []
  const rest = withoutInnocents(bare(word)).trim()
  return rest.length >= 6 && /\p{Ll}/u.test(rest) && /\p{N}/u.test(rest)
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

/** Makes the check for languages with these words around a password. */
export function secretDetector(languages: readonly SecretWords[]): (text: string) => boolean {
  const patterns = secretPatterns(languages)
  return (given) => {
    const whole = plain(given.slice(0, 10_000))
    const text = whole.replace(patterns.number, ' ')
    return (
      hasToken(whole) ||
      isAssigned(text, patterns) ||
      isStated(text, patterns) ||
      isPair(text) ||
      lonely(text).some(isLone)
    )
  }
}

/**
 * Whether somebody typed a password, key or token. Such a text must not be kept or logged.
 * Talking about passwords is fine, and so are signatures, links, numbers and codes.
 */
export const looksLikeSecret = secretDetector(loadVocabularies().map(({ secrets }) => secrets))
