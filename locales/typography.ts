/** Where French has a no-break space: before these signs, and inside its quotation marks. */
const signs = / (?=[?!:;»])|(?<=«) /g

/** Spaces within a number, as in 12 000 and in a phone number. */
const groups = /(?<=\d) (?=\d)/g

/** Where French has a no-break space: between a number, or the place of one, and its unit. */
const units =
  /(?<=\d|\}\}) (?=(?:[%$€]|minutes?|heures?|jours?|semaines?|mois|caractères|dollars?|personnes)(?!\p{L}))/gu

const noBreak = '\u00a0'
const narrowNoBreak = '\u202f'

/** Applies a language's typography to a text. */
export function typeset(text: string, language: string): string {
  if (language !== 'fr') return text.replace(groups, noBreak)
  return text.replace(signs, noBreak).replace(groups, narrowNoBreak).replace(units, noBreak)
}
