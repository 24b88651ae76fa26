const marks = /\p{M}+/gu
const notWord = /[^\p{L}\p{N}]+/u
/** French elides (l'équipe: two words), English contracts (can't: one word); both ways of writing the apostrophe. */
const elision = /(?<![\p{L}\p{N}])(\p{L}{1,2})['’ʼ`´]/gu
const contraction = /['’ʼ`´]/g
/** Nobody asks for a guide in more than this; the rest of a pasted page is not read. */
const longest = 1000

/**
 * The words of a text, lower case, without accents, punctuation or emoji.
 * "Résumé" is read as its synonym: without its accents it would be the English command.
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
