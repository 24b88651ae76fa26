/** French sets a space before these signs and inside its quotation marks, at which no line may break. */
const frenchSpaces = / (?=[?!:;»])|(?<=«) /g

/** The text as it is set in that language. */
export function typeset(text: string, language: string): string {
  return language === 'fr' ? text.replace(frenchSpaces, '\u00a0') : text
}
