import { type DocumentKind, decode, encode } from '../store/documents.ts'
import { Cipher, keyOf } from './cipher.ts'
import type { EncryptionKey } from './keys.ts'

/** Where a document lies, the company first: ids as they stand in the keys of the store. */
export type Names = readonly [string, ...string[]]

/**
 * Documents as the texts that a store keeps, under the keys of the setting. What is encrypted is bound to its kind and
 * names: whoever can write to the store cannot pass one company's document off as another's. Entries of a log are
 * bound to the log; their order is vouched for by their seals.
 */
export class Codec {
  readonly #cipher: Cipher

  /** Without keys nothing is encrypted. */
  constructor(keys: readonly EncryptionKey[]) {
    this.#cipher = new Cipher(keys)
  }

  /** The id of the key that new texts are under. */
  get first(): string {
    return this.#cipher.first
  }

  /** Throws StoreError, as `encode` does. */
  encode<T extends { readonly schema: number }>(kind: DocumentKind<T>, value: T, names: Names): string {
    return this.#cipher.encrypt(encode(kind, value, idIn(names)), conversationKeysOf(kind.name, names))
  }

  /** Throws StoreError, as `decode` and `Cipher.decrypt` do. */
  decode<T extends { readonly schema: number }>(kind: DocumentKind<T>, text: string, names: Names): T {
    return decode(kind, this.#open(kind.name, text, names), idIn(names))
  }

  /** The same words under the first key; undefined where they are already. Throws StoreError. */
  renew({ name }: { readonly name: string }, text: string, names: Names): string | undefined {
    if (keyOf(text) === this.first) return undefined
    return this.#cipher.encrypt(this.#open(name, text, names), conversationKeysOf(name, names))
  }

  /** A text by which to know later whether one has the key that is the first one now. */
  sample(): string {
    return this.#cipher.encrypt(sample, sample)
  }

  /** Throws StoreError where texts under the key of that sample could not be read. */
  check(text: string): void {
    this.#cipher.decrypt(text, sample, 'something in the store')
  }

  #open(name: string, text: string, names: Names): string {
    return this.#cipher.decrypt(text, conversationKeysOf(name, names), `the ${name} of ${idIn(names)}`)
  }
}

/** Nothing is encrypted. */
export const plainCodec = new Codec([])

/** What is kept as the sample of `plain`. */
export const sample = 'sample'

const conversationKeysOf = (name: string, names: Names) => JSON.stringify(['rewards', name, ...names])

const idIn = (names: Names) => names.at(-1) ?? ''
