import { createHash } from 'node:crypto'

/** A unique word in the names, addresses and texts of one company's people. */
export function markerOf(tenant: string): string {
  const letters = createHash('sha256').update(tenant).digest('hex').slice(0, 10)
  return `zq${letters.replace(/\d/g, (digit) => String.fromCharCode(103 + Number(digit)))}qz`
}

/** The markers in a text, in lower case. */
export function markersIn(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/zq[a-p]{10}qz/g))
}

/** The words of a person of this company: addresses are at a host of theirs, other words end with the marker. */
export function marked(entry: string, marker: string): string {
  return entry.includes('@') ? entry.replace(/@.*$/, `@${marker}.example`) : `${entry} ${marker}`
}
