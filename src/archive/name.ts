import { createHash } from 'node:crypto'

/**
 * How an id stands in the keys of every store, and so in records: itself where it is plain, else '#' and the SHA-256 of
 * its UTF-16 units, as base64url.
 */
export function nameOf(id: string): string {
  if (/^[!-~]{1,200}$/.test(id) && !id.startsWith('#')) return id
  return `#${createHash('sha256').update(Buffer.from(id, 'utf16le')).digest('base64url')}`
}
