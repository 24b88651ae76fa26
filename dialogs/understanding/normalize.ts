const marks = /\p{M}+/gu
const notWord = /[^\p{L}\p{N}]+/u
/** Elision (l'équipe: two words) and contraction (can't: one word), with any apostrophe. */
const elision = /(?<![\p{L}\p{N}])(\p{L}{1,2})['’ʼ`´]/gu
const contraction = /['’ʼ`´]/g
/** Characters read; requests are shorter than pasted pages. */
const longest = 1000

/**
 * Words in lower case without accents, punctuation or emoji. "Résumé" becomes its synonym: without accents it would be
 * the English command.
 */
export function wordsOf(text: string): string[] {
  return text
    .slice(0, longest)
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('résumé', 'synthèse')
    .normalize('NFKD')
    .replace(marks, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(elision, '$1 ')
    .replace(contraction, '')
    .split(notWord)
    .filter((word) => word !== '')
}
