import { Codec } from '../../src/encryption/codec.ts'
import { type EncryptionKey, encryptionKeysSchema } from '../../src/encryption/keys.ts'

/** 32 bytes that are all the same, as the setting takes them. */
export const secret = (byte: number) => Buffer.alloc(32, byte).toString('base64')

/** Keys as the setting names them: `k1` to `k9`, `plain`, the one to encrypt with first. */
export function keysOf(...names: readonly string[]): EncryptionKey[] {
  return encryptionKeysSchema.parse(settingOf(...names))
}

export const settingOf = (...names: readonly string[]) =>
  names.map((name) => (name === 'plain' ? name : `${name}:${secret(Number(name.slice(1)))}`)).join(',')

export const codecOf = (...names: readonly string[]) => new Codec(keysOf(...names))

/** A key that has the name of another. */
export function impostorOf(name: string, real: string): Codec {
  return new Codec(keysOf(real).map((key) => ({ ...key, id: name })))
}

/** Encrypts, and still reads what is not encrypted. */
export const migrating = codecOf('k1', 'plain')
