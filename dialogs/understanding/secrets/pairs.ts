import { email, withoutInnocents } from './innocents.ts'
import { bare, code, isInnocent, isMarked, isStrong } from './strength.ts'

/** Characters that count as right after an address. */
const nearby = 300

/** Tests for an address followed by a strong word, or, if nothing else is there, by any word unlike a code. */
export function isPair(text: string): boolean {
  return [...text.matchAll(email)].some(({ 0: address, index }) => {
    const after = text.slice(index + address.length, index + address.length + nearby)
    return wordsIn(after, 2).some(isStrong) || (text.slice(0, index).trim() === '' && isOnlyPair(after))
  })
}

const wordsIn = (text: string, most: number): string[] =>
  text
    .split(/\s+/u)
    .map((word) => word.replace(/^[/:;,|]+/u, ''))
    .filter((word) => word !== '')
    .slice(0, most)

/** "mail / Winter-2026" and "mail:soleil24". */
function isOnlyPair(after: string): boolean {
  const [, word = ''] = /^\s*[/:;|]\s*(\S+)\s*$/u.exec(after) ?? []
  return isPlausible(word)
}

function isPlausible(word: string): boolean {
  const rest = withoutInnocents(bare(word)).trim()
  return rest.length >= 6 && /\p{Ll}/u.test(rest) && /\p{N}/u.test(rest)
}

/** Tests for a name and a strong word joined by a sign: "joe / Winter2024!". */
export function isSlashed(text: string): boolean {
  const withoutLinks = text.replace(/\bhttps?:\/\/\S+/giu, ' ')
  const pairs = withoutLinks.matchAll(/(?<=[\p{L}\d._-]{2}\s{0,3}[/|:]\s{0,3})(?![/|:\s])\S+/gu)
  return [...pairs].some(([word]) => isMarked(word))
}

/** Words between login and password: "luc, code …". */
const wordsAfterLogin = 3

/** Tests for a login, a name and a password: "login: joe / soleil2024", "identifiant luc, code Soleil!24". */
export function isLogin(text: string, login: RegExp): boolean {
  return [...text.matchAll(login)].some(({ 0: word, 1: colon, index }) => {
    const end = index + word.length
    const after = text.slice(end, end + nearby)
    return wordsIn(after, wordsAfterLogin).some(isMarked) || isDivided(after, colon !== undefined)
  })
}

/**
 * Tests for a separator: any sign after "login: joe", a slash after "login joe"; a line below must be only the
 * password.
 */
function isDivided(after: string, hasColon: boolean): boolean {
  const stroke = /^\s*[/|]\s*(\S+)/u.exec(after)
  const other = hasColon ? /^(?:\s*[:;]\s*(\S+)|\s*\n\s*(\S+)\s*$)/u.exec(after) : undefined
  const value = stroke?.[1] ?? other?.[1] ?? other?.[2] ?? ''
  return isPlausible(value) && !code.test(bare(value)) && !isInnocent(value) && !isProduct(value)
}

/** "Fabrikam2026": a capitalised name with a year. */
const isProduct = (word: string) => /^\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)+20\d\d$/u.test(bare(word))
