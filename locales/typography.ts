/** French puts a no-break space before these signs, before units, and inside its quotation marks. */
const frenchSpaces = / (?=[?!:;»%$€])|(?<=«) /g
/** Space between the digits of one number: 12 000, +33 1 23 45 67 89. */
const digitSpaces = /(?<=\d) (?=\d)/g

/** Applies a language's typography to a text. */
export function typeset(text: string, language: string): string {
  return language === 'fr' ? text.replace(frenchSpaces, '\u00a0').replace(digitSpaces, '\u202f') : text
}

/** Applies the typography of each language to texts that are keyed by it; use it to revive parsed JSON. */
export function typesetByKey(key: string, value: unknown): unknown {
  return typeof value === 'string' ? typeset(value, key) : value
}
