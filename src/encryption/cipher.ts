import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'
import { StoreError } from '../store/ports.ts'
import { type EncryptionKey, plain } from './keys.ts'

const algorithm = 'aes-256-gcm'
/** Prefix of an encrypted text, followed by the key's id, a colon and base64. Documents start with a brace. */
const mark = `${algorithm}:`
/** NIST SP 800-38D: random 96-bit nonces suffice for 2³² texts per key. */
const nonceBytes = 12
const tagBytes = 16

/** Encrypts with the first key and decrypts with all. A text is bound to its location and decrypts nowhere else. */
export class Cipher {
  readonly #first: EncryptionKey
  readonly #keys: ReadonlyMap<string, EncryptionKey>

  constructor([first = plain, ...others]: readonly EncryptionKey[]) {
    this.#first = first
    this.#keys = new Map([first, ...others].map((key) => [key.id, key]))
  }

  get first(): string {
    return this.#first.id
  }

  encrypt(text: string, binding: string): string {
    const { id, secret } = this.#first
    if (!secret) return text
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv(algorithm, secret, nonce, { authTagLength: tagBytes })
    cipher.setAAD(Buffer.from(binding))
    const hidden = [cipher.update(text, 'utf8'), cipher.final()]
    return `${mark}${id}:${Buffer.concat([nonce, ...hidden, cipher.getAuthTag()]).toString('base64')}`
  }

  /**
   * Decrypts a text; `what` is for error messages. Throws StoreError 'unknown-key', and 'corrupt' for a changed or
   * moved text.
   */
  decrypt(kept: string, binding: string, what: string): string {
    const id = keyOf(kept)
    const key = this.#keys.get(id)
    if (!key) throw unknownKey(what, id)
    if (!key.secret) return kept
    const text = open(kept.slice(mark.length + id.length + 1), key.secret, binding)
    if (text !== undefined) return text
    const why = `was changed or moved, or ENCRYPTION_KEYS has another key for the name "${id}"`
    throw new StoreError('corrupt', `${what} is unreadable: it ${why}`)
  }
}

/** Returns the id of a text's key; '' if unreadable. */
export function keyOf(kept: string): string {
  if (!kept.startsWith(mark)) return plain.id
  return /^[\w-]{1,32}(?=:)/.exec(kept.slice(mark.length, mark.length + 33))?.[0] ?? ''
}

function open(base64: string, secret: KeyObject, binding: string): string | undefined {
  const bytes = Buffer.from(base64, 'base64')
  // Node ignores invalid base64, so one text could be written in many ways.
  if (bytes.length < nonceBytes + tagBytes || bytes.toString('base64') !== base64) return undefined
  const end = bytes.length - tagBytes
  const options = { authTagLength: tagBytes }
  const decipher = createDecipheriv(algorithm, secret, bytes.subarray(0, nonceBytes), options)
  decipher.setAAD(Buffer.from(binding)).setAuthTag(bytes.subarray(end))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, end)), decipher.final()]).toString()
  } catch {
    return undefined
  }
}

function unknownKey(what: string, id: string): StoreError {
  const why =
    id === plain.id
      ? 'is not encrypted, which ENCRYPTION_KEYS allows only with "plain" in it'
      : `is encrypted with the key "${id}", which ENCRYPTION_KEYS lacks`
  return new StoreError('unknown-key', `${what} ${why}`)
}
