import { createHash } from 'node:crypto'
import type { Names } from '../../encryption/codec.ts'
import type { ConversationKeys } from '../../store/ports.ts'

/**
 * Key of the embedded store. LMDB orders array keys by element and numbers by value, so a range of one kind is in
 * order.
 */
export type StoreKey = (string | number)[]

/** All keys, with their content and lifetime. */
export const keys = {
  /** Entry: the company's document. Permanent. */
  company: (tenant: string): StoreKey => ['company', part(tenant)],
  /** Entry: a person's document in a company. Permanent. */
  person: (tenant: string, person: string): StoreKey => ['person', part(tenant), part(person)],
  /** Entry: one chat. Expires. */
  conversation: (tenant: string, conversation: string): StoreKey => [
    'conversation',
    part(tenant),
    part(conversation),
  ],
  /** Entry: the company's recipients of reminders. Permanent. */
  roster: (tenant: string): StoreKey => ['roster', part(tenant)],
  /** Entry: mark of a committed activity. Expires. */
  handled: (tenant: string, conversation: string, activity: string): StoreKey => [
    'handled',
    part(tenant),
    part(conversation),
    part(activity),
  ],
  /** Entry: event `sequence` of a company, from 1. Permanent. */
  log: (tenant: string, sequence: number): StoreKey => ['log', part(tenant), sequence],
  /** Entry: message to send; the sequence counts over all companies. Kept until sent. */
  outbox: (sequence: number): StoreKey => ['outbox', sequence],
  /** Entry: outbox sequence of a message. Kept until sent. */
  pending: ({ tenant, conversation }: ConversationKeys, delivery: string): StoreKey => [
    'pending',
    part(tenant),
    part(conversation),
    part(delivery),
  ],
  /** Range of a conversation's waiting messages. */
  pendingBefore: ({ tenant, conversation }: ConversationKeys): StoreKey => [
    'pending',
    part(tenant),
    part(conversation),
  ],
  pendingAfter: ({ tenant, conversation }: ConversationKeys): StoreKey => [
    'pending',
    part(tenant),
    part(conversation),
    afterAnyPart,
  ],
  /** Entry: channel ids of a conversation's latest messages. Expires. */
  delivered: ({ tenant, conversation }: ConversationKeys): StoreKey => [
    'delivered',
    part(tenant),
    part(conversation),
  ],
  /** Empty: `target` expires at this instant, unless renewed. */
  expiry: (at: number, target: StoreKey): StoreKey => ['expiry', at, ...target],
  /** Entry: wake-up of a company, with a plain id. Kept until handled. */
  wakeup: (at: number, id: string): StoreKey => ['wakeup', at, id],
  /** Range of the wake-ups up to and including an instant. */
  firstWakeup: (): StoreKey => ['wakeup'],
  wakeupsUntil: (at: number): StoreKey => ['wakeup', at, afterAnyPart],
  /** Entry: instant of a wake-up. Kept with it. */
  wakeupInstant: (id: string): StoreKey => ['wakeup-instant', part(id)],
  /** Sample encrypted under a key. Kept while the key is in use. */
  encryptionKey: (id: string): StoreKey => ['encryption-key', id],
  firstEncryptionKey: (): StoreKey => ['encryption-key'],
  afterEncryptionKeys: (): StoreKey => ['encryption-key', afterAnyPart],
  /** JSON: process that owns the folder. */
  owner: (): StoreKey => ['owner'],
  /** Instant of the last write check. */
  checked: (): StoreKey => ['checked'],
}

/** Builds a key from names made by `part`; archives know only the hash of some ids. */
export function keyOfNames(kind: string, ...names: readonly string[]): StoreKey {
  return [kind, ...names]
}

/** Sorts after every result of `part`. */
export const afterAnyPart = '\u007f'

/** Returns the names in a document's key, to which its ciphertext is bound. */
export function namesIn([, ...names]: StoreKey): Names {
  const [first = '', ...rest] = names.map(String)
  return [first, ...rest]
}

/** Returns the key whose expiry a key of kind `expiry` announces. */
export function expiryTarget(key: StoreKey): StoreKey {
  return key.slice(2)
}

/**
 * Makes an id usable in keys. LMDB allows neither NUL nor keys over 1978 bytes, and UTF-8 maps all lone surrogates to
 * one; such ids are hashed as UTF-16 and marked by '#'.
 */
export function part(id: string): string {
  if (/^[!-~]{1,200}$/.test(id) && !id.startsWith('#')) return id
  return `#${createHash('sha256').update(Buffer.from(id, 'utf16le')).digest('base64url')}`
}
