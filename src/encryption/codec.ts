import { type DocumentKind, decode, encode } from '../store/documents.ts'
import { Cipher, keyOf } from './cipher.ts'
import type { EncryptionKey } from './keys.ts'

/** Names in a document's key, the company's first. */
export type Names = readonly [string, ...string[]]

/**
 * Encodes documents as texts, encrypted by the setting's keys. An encrypted text is bound to its kind and names, so
 * that a writer of the store cannot exchange companies' documents. Log entries are bound to their log; seals protect
 * their order.
 */
export class Codec {
  readonly #cipher: Cipher

  /** Without keys nothing is encrypted. */
  constructor(keys: readonly EncryptionKey[]) {
    this.#cipher = new Cipher(keys)
  }

  /** Id of the key for new texts. */
  get first(): string {
    return this.#cipher.first
  }

  /** Encodes and encrypts a document. Throws StoreError like `encode`. */
  encode<T extends { readonly schema: number }>(kind: DocumentKind<T>, value: T, names: Names): string {
    return this.#cipher.encrypt(encode(kind, value, idIn(names)), conversationKeysOf(kind.name, names))
  }

  /** Decrypts and decodes a document. Throws StoreError like `decode` and `Cipher.decrypt`. */
  decode<T extends { readonly schema: number }>(kind: DocumentKind<T>, text: string, names: Names): T {
    return decode(kind, this.#open(kind.name, text, names), idIn(names))
  }

  /** Re-encrypts a text under the first key; undefined if it already is. Throws StoreError. */
  renew({ name }: { readonly name: string }, text: string, names: Names): string | undefined {
    if (keyOf(text) === this.first) return undefined
    return this.#cipher.encrypt(this.#open(name, text, names), conversationKeysOf(name, names))
  }

  /** Encrypts a sample under the first key, for a later check of the key. */
  sample(): string {
    return this.#cipher.encrypt(sample, sample)
  }

  /** Checks that the keys can decrypt a sample. Throws StoreError. */
  check(text: string): void {
    this.#cipher.decrypt(text, sample, 'something in the store')
  }

  #open(name: string, text: string, names: Names): string {
    return this.#cipher.decrypt(text, conversationKeysOf(name, names), `the ${name} of ${idIn(names)}`)
  }
}

/** Codec without encryption. */
export const plainCodec = new Codec([])

/** Stored sample of `plain`. */
export const sample = 'sample'

const conversationKeysOf = (name: string, names: Names) => JSON.stringify(['rewards', name, ...names])

const idIn = (names: Names) => names.at(-1) ?? ''
