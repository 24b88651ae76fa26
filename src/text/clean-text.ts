import { decodeHTMLStrict } from 'entities'
import { withoutInvisible } from '../core/text/invisible.ts'
import { withoutMarkup } from './markup.ts'

/** Drops combining marks after 30 in a row: the rest is stream-safe by UAX #15, and normalizing stays linear. */
const excessMarks = /(\p{M}{30})\p{M}+/gu
const plain = /^[\x20-\x25\x27-\x3b\x3d-\x7e\n]*$/

/**
 * Cleans typed or pasted text: removes channel markup, HTML entities, invisible and control characters; unifies
 * spaces and line ends; NFC. Linear time.
 */
export function cleanText(text: string): string {
  if (plain.test(text)) return text
  const decoded = decodeHTMLStrict(withoutMarkup(text))
  return withoutInvisible(withPlainSpaces(decoded)).replace(excessMarks, '$1').normalize('NFC')
}

/** Cleans every string in data; keys, numbers and structure stay. */
export function cleanAll(data: unknown): unknown {
  if (typeof data === 'string') return cleanText(data)
  if (Array.isArray(data)) return data.map(cleanAll)
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, cleanAll(value)]))
}

function withPlainSpaces(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n').replace(/[\p{Zs}\u2800]/gu, ' ')
}
