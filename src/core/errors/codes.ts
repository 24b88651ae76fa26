/** A code found in a text, and where. */
export interface FoundCode {
  readonly code: string
  readonly at: number
}

/** Digits, also in groups as thousands are written, or one by one: "50 020", "5 0 0 2 0". */
const grouped = '\\d{1,3}(?:[\\s.,]\\d{3}){1,2}(?!\\d|[.,-]\\d)|\\d(?:\\s\\d){3,7}(?!\\d)'
const signIn = new RegExp(`(?<!\\p{L})AAD\\s?STS[\\s:#_-]{0,3}(\\d{4,8}(?!\\d)|${grouped})`, 'giu')
/** Numbers after such a word are of another kind: "zip code 50020". */
const otherCode = '(?<!\\b(?:zip|post|postal|area|promo|country|dial|tax|bank)[\\s-])'
const errorWord = "(?:err(?:or|eur)s?|(?:d['’]\\s?|de\\s(?:l['’]))?err(?:or|eur)s?|codes?)"
const between =
  "[\\s_-]{0,2}(?:codes?|numbers?|num[ée]ros?|n[o°º]|is|est|was|d['’]\\s?erreurs?|de\\sl['’]erreur)"
const separator = '["\'\\]]{0,2}\\s{0,3}[:=#]?\\s{0,3}[\\[("\']{0,3}\\s{0,2}'
const notAmount = '(?![\\d]|[.,]\\d|\\s?(?:[$€%]|usd|eur|dollars?|euros?))'
const space = '[ \\u00a0\\u202f]'
const numbered = new RegExp(
  `${otherCode}(?<!\\p{L})${errorWord}(?:${between}){0,3}[\\s_-]{0,2}${separator}(\\d{4,8}|\\d{2,3}${space}\\d{3}|\\d(?:${space}\\d{3}){2})${notAmount}`,
  'giu',
)

const matches = (text: string, pattern: RegExp): FoundCode[] =>
  [...text.matchAll(pattern)].flatMap(({ 1: code, index }) =>
    code ? [{ code: code.replace(/\D/g, ''), at: index }] : [],
  )

/** Numbers that a text itself calls codes of Microsoft Entra, in their order: AADSTS50020. */
export const signInCodes = (text: string): FoundCode[] => matches(text, signIn)

/** Numbers behind a word such as "error", "code" or "erreur"; of which system is open. */
export const numberedCodes = (text: string): FoundCode[] => matches(text, numbered)

const humps = /[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z0-9]+/g
/** Fewer words are ordinary English when they stand apart: "not supported". */
const fewestApart = 4

/** Finds a name such as MPNAccountNotVetted in any case; "MPN account not vetted" too, where it is distinctive. */
export function namePattern(name: string): RegExp {
  const parts = name.match(humps) ?? [name]
  const isDistinctive = parts.length >= fewestApart || name.startsWith('MPN')
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${parts.join(isDistinctive ? '[\\s_-]?' : '')}(?![\\p{L}\\p{N}])`,
    'iu',
  )
}
