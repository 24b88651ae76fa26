import { createHash } from 'node:crypto'

/**
 * Returns an id as used in the keys of all stores and in records: plain ids unchanged, others as '#' and the
 * base64url SHA-256 of their UTF-16 units.
 */
export function storedName(id: string): string {
  if (/^[!-~]{1,200}$/.test(id) && !id.startsWith('#')) return id
  return `#${createHash('sha256').update(Buffer.from(id, 'utf16le')).digest('base64url')}`
}
