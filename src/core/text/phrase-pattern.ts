import { normalize } from './normalize.ts'

/** Form of a phrase: words, of which the last is no optional one. */
export const phraseForm = /^(?:\S+ )*[^\s(]\S*$/u

/**
 * Pattern source of a phrase in normalized text: "a/b" is either, "two_words" one alternative of two, "(a)" may be missing,
 * "*" is any word. The last word may have an ending. Throws an Error on another form.
 */
export function phrasePattern(phrase: string): string {
  if (!phraseForm.test(phrase)) throw new Error(`"${phrase}" is no phrase that ends with a word`)
  return phrase.split(' ').map(tokenPattern).join('').trimEnd()
}

function tokenPattern(token: string): string {
  const optional = /^\((.+)\)$/u.exec(token)?.[1]
  return optional === undefined ? `${wordPattern(token)} ` : `(?:${wordPattern(optional)} )?`
}

const wordPattern = (token: string): string =>
  token === '*' ? '\\S+' : `(?:${token.split('/').map(normalize).join('|')})`
