import { createHash } from 'node:crypto'
import type { Names } from '../../encryption/codec.ts'
import type { ConversationKeys } from '../../store/ports.ts'

/**
 * All keys of the embedded store, with what they hold and how long they live. LMDB orders array keys part by
 * part, numbers by value, so a range of one kind is read in order.
 */
export type StoreKey = (string | number)[]

export const keys = {
  /** Entry: the company's document. Stays. */
  company: (tenant: string): StoreKey => ['company', part(tenant)],
  /** Entry: what is known of a person in a company. Stays. */
  person: (tenant: string, person: string): StoreKey => ['person', part(tenant), part(person)],
  /** Entry: one chat. Expires. */
  conversation: (tenant: string, conversation: string): StoreKey => [
    'conversation',
    part(tenant),
    part(conversation),
  ],
  /** Entry: who hears of a company's dates. Stays. */
  roster: (tenant: string): StoreKey => ['roster', part(tenant)],
  /** Entry: an activity that was committed. Expires. */
  handled: (tenant: string, conversation: string, activity: string): StoreKey => [
    'handled',
    part(tenant),
    part(conversation),
    part(activity),
  ],
  /** Entry: event number `sequence` of a company, from 1. Stays. */
  log: (tenant: string, sequence: number): StoreKey => ['log', part(tenant), sequence],
  /** Entry: a message to send; the sequence is that of the commits, over all companies. Stays until sent. */
  outbox: (sequence: number): StoreKey => ['outbox', sequence],
  /** Entry: the outbox sequence of a message. Stays until sent. */
  pending: ({ tenant, conversation }: ConversationKeys, delivery: string): StoreKey => [
    'pending',
    part(tenant),
    part(conversation),
    part(delivery),
  ],
  /** Around all messages of a conversation that wait. */
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
  /** Entry: the channel's ids of a conversation's latest messages. Expires. */
  delivered: ({ tenant, conversation }: ConversationKeys): StoreKey => [
    'delivered',
    part(tenant),
    part(conversation),
  ],
  /** Empty: the entry under `target` expires at this instant, unless it was renewed since. */
  expiry: (at: number, target: StoreKey): StoreKey => ['expiry', at, ...target],
  /** Entry of the company: it is to be looked at from then on. The id is plain. Stays until that was done. */
  wakeup: (at: number, id: string): StoreKey => ['wakeup', at, id],
  /** Around all wake-ups until an instant, itself included. */
  firstWakeup: (): StoreKey => ['wakeup'],
  wakeupsUntil: (at: number): StoreKey => ['wakeup', at, afterAnyPart],
  /** Entry: the instant of a wake-up. Stays as long as that. */
  wakeupInstant: (id: string): StoreKey => ['wakeup-instant', part(id)],
  /** A sample under a key that texts may be encrypted with. Stays until nothing is. */
  encryptionKey: (id: string): StoreKey => ['encryption-key', id],
  firstEncryptionKey: (): StoreKey => ['encryption-key'],
  afterEncryptionKeys: (): StoreKey => ['encryption-key', afterAnyPart],
  /** JSON: which process holds the folder. */
  owner: (): StoreKey => ['owner'],
  /** The instant of the last check that the store can write. */
  checked: (): StoreKey => ['checked'],
}

/** A key from the names that `part` made, for archives: they know of some ids only the hash. */
export function keyOfNames(kind: string, ...names: readonly string[]): StoreKey {
  return [kind, ...names]
}

/** Sorts behind whatever `part` makes. */
export const afterAnyPart = '\u007f'

/** The ids in the key of a document, as they stand there: what its text is bound to. */
export function namesIn([, ...names]: StoreKey): Names {
  const [first = '', ...rest] = names.map(String)
  return [first, ...rest]
}

/** The key whose expiry a key of kind `expiry` announces. */
export function expiryTarget(key: StoreKey): StoreKey {
  return key.slice(2)
}

/**
 * Ids may hold any character and have any length; LMDB takes neither NUL nor more than 1978 bytes a key, and
 * UTF-8 would make all lone surrogates alike. Such ids are hashed over their UTF-16 units; '#' marks a hash.
 */
export function part(id: string): string {
  if (/^[!-~]{1,200}$/.test(id) && !id.startsWith('#')) return id
  return `#${createHash('sha256').update(Buffer.from(id, 'utf16le')).digest('base64url')}`
}
