import { createSecretKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'

/** Key with its name in the setting; `plain` has no secret and stands for unencrypted texts. */
export interface EncryptionKey {
  readonly id: string
  readonly secret: KeyObject | undefined
}

/** Word in the setting for unencrypted texts. */
export const plain: EncryptionKey = { id: 'plain', secret: undefined }

const expected =
  '<name>:<32 bytes in base64> for each key, with commas between, the one to encrypt with first; "plain" for what is not encrypted'

const item = /^(?<id>[\w-]{1,32}):(?<secret>.*)$/
/** 32 bytes, as printed by `openssl rand -base64 32`. */
const base64 = /^[A-Za-z0-9+/]{43}=$/

/** ENCRYPTION_KEYS. Errors do not quote the value, any part of which may be secret. */
export const encryptionKeysSchema = z.string().transform((text, context): EncryptionKey[] => {
  const keys = text.split(',').map((part) => parseKey(part.trim()))
  const faults = [...keys.flatMap(faultOf), ...faultsOfAll(keys.flatMap((key) => ('id' in key ? key : [])))]
  for (const fault of faults) context.addIssue({ code: 'custom', message: `${expected}; ${fault}` })
  return keys.flatMap((key) => ('id' in key ? key : []))
})

type Parsed = EncryptionKey | { readonly fault: string }

function parseKey(part: string): Parsed {
  if (part === plain.id) return plain
  const { id, secret } = item.exec(part)?.groups ?? {}
  if (id === undefined || secret === undefined)
    return { fault: 'has no name of letters, digits, - and _ before a colon' }
  if (id === plain.id) return { fault: 'has the name "plain", which is taken' }
  if (!base64.test(secret)) return { fault: 'is not 32 bytes in base64' }
  return { id, secret: createSecretKey(secret, 'base64') }
}

function faultOf(key: Parsed, index: number): string[] {
  return 'fault' in key ? [`number ${index + 1} ${key.fault}`] : []
}

function faultsOfAll(keys: readonly EncryptionKey[]): string[] {
  const isTwice = ({ id, secret }: EncryptionKey, index: number) =>
    keys.slice(0, index).some((other) => other.id === id || (secret && other.secret?.equals(secret)))
  return keys.flatMap((key, index) =>
    isTwice(key, index) ? [`one of them is there twice (${index + 1})`] : [],
  )
}
