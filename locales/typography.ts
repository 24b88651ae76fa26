/** French puts a no-break space before these signs and inside its quotation marks. */
const frenchSpaces = / (?=[?!:;»])|(?<=«) /g

/** Applies a language's typography to a text. */
export function typeset(text: string, language: string): string {
  return language === 'fr' ? text.replace(frenchSpaces, '\u00a0') : text
}
