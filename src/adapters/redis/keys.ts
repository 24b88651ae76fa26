import { createHash } from 'node:crypto'
import type { Names } from '../../encryption/codec.ts'
import type { ConversationKeys, TurnKeys } from '../../store/ports.ts'

/**
 * All keys in Redis, with what they hold and how long they live. Everything of a company carries its id in braces:
 * a cluster keeps such keys together, so that one script reads or writes them all.
 *
 * Times of the bot's clock stand in the values and count; Redis removes the keys later, in its own time.
 */

export const keys = {
  /** Hash: version `v`, document `d`; `of` the ids behind a hashed key. Stays. */
  company: (tenant: string) => `${of(tenant)}company`,
  /** Hash, the same: what is known of a person in a company. Stays. */
  person: (tenant: string, person: string) => `${of(tenant)}person:${part(person)}`,
  /** Hash, the same, and `x`, the instant when it expires: one chat. */
  conversation: (tenant: string, conversation: string) => `${of(tenant)}conversation:${part(conversation)}`,
  /** Hash, the same as a company's: who hears of its dates. Stays. */
  roster: (tenant: string) => `${of(tenant)}roster`,
  /** String: when the mark expires, and which commit handled the activity. */
  handled: ({ tenant, conversation, activity }: TurnKeys) =>
    `${of(tenant)}handled:${part(conversation)} ${part(activity)}`,
  /** List: the company's events from the first on. Stays. */
  log: (tenant: string) => `${of(tenant)}log`,
  /** Hash: messages to send by their ids, each behind its number; ` ` is the last number. Stays until all are sent. */
  outbox: ({ tenant, conversation }: ConversationKeys) => `${of(tenant)}outbox:${part(conversation)}`,
  /** List: the channel's ids of the latest messages, each behind the instant when it expires. Expires. */
  delivered: ({ tenant, conversation }: ConversationKeys) => `${of(tenant)}delivered:${part(conversation)}`,
  /**
   * String: unasked messages in the window that began with the first; life time as long as the window, or the pause
   * that the channel asked for. Of a conversation, or of the whole company. Not for archives.
   */
  limit: (seconds: number, tenant: string, conversation?: string) =>
    limitKeyOfNames(seconds, tagged(tenant), conversation === undefined ? undefined : part(conversation)),
  /** String: instant of the last check that Redis can write. Expires. */
  checked: () => 'rewards:checked',
  /** Hash: samples under the keys that texts may be encrypted with, by their ids. Stays. */
  encryptionKeys: () => 'rewards:encryption-keys',
  /**
   * Sorted set: keys of outboxes, by the instant until which somebody cares for their messages. One for all
   * companies; where there are shards, one for each of the 16,384 slots, which lies with the slot's companies.
   */
  unsent: (slot?: number) => (slot === undefined ? 'rewards:unsent' : `rewards:unsent:{${tagOf(slot)}}`),
}

/**
 * BullMQ's own keys, `rewards:jobs:{wakeups}:…`, hold the wake-ups of all companies: one cannot be waited for in every
 * slot of a cluster.
 */
export const wakeupQueue = { prefix: 'rewards:jobs', name: '{wakeups}' }

/** The documents of a turn and the mark of its activity, in the order in which scripts read and write them. */
export function turnKeyList(turn: TurnKeys): string[] {
  const { tenant, person, conversation } = turn
  return [
    ...[keys.company(tenant), keys.person(tenant, person), keys.conversation(tenant, conversation)],
    ...[keys.roster(tenant), keys.handled(turn)],
  ]
}

/** How a message is called in its outbox, or any id where it is part of a name. */
export const part = (id: string) => plainOr(id, /^[!-~]{1,200}$/)

/** Where a company's outboxes are listed. */
export function unsentKey(tenant: string, sharded: boolean): string {
  return keys.unsent(sharded ? slotOf(tagged(tenant)) : undefined)
}

export const slots = 16_384

/** A brace would end the tag early. */
export const tagged = (tenant: string) => plainOr(tenant, /^[!-z|~]{1,200}$/)

const of = (tenant: string) => `rewards:{${tagged(tenant)}}:`

/** A key from what stands in it, for archives: they know of some ids only the hash. */
export function keyOfNames(tag: string, kind: string, ...names: readonly string[]): string {
  return `rewards:{${tag}}:${kind}${names.length > 0 ? `:${names.join(' ')}` : ''}`
}

/** What the text of a document under a key is bound to; of a message in an outbox also its name there. */
export function boundTo(key: string, ...inner: readonly string[]): Names {
  const { tag, names } = namesIn(key)
  return [tag, ...names, ...inner]
}

/** The key of a limit from what stands in it. */
export function limitKeyOfNames(seconds: number, tag: string, conversation?: string): string {
  return `rewards:limit:{${tag}}:${seconds}${conversation === undefined ? '' : `:${conversation}`}`
}

const companyKey = /^rewards:\{(?<tag>[^}]+)\}:(?<kind>[a-z]+)(?::(?<rest>.+))?$/

/** What stands in a company's key. */
export function namesIn(key: string): { tag: string; kind: string; names: string[] } {
  const { tag = '', kind = '', rest } = companyKey.exec(key)?.groups ?? {}
  return { tag, kind, names: rest?.split(' ') ?? [] }
}

/** Patterns of keys for SCAN. */
export const patterns = {
  everything: 'rewards:{*',
  company: (tenant: string) => `${of(tenant).replace(/[\\*?[\]^]/g, '\\$&')}*`,
}

/**
 * Ids may hold any character and have any length; a space separates them in keys, and UTF-8 would make all lone
 * surrogates alike. Such ids are hashed over their UTF-16 units; '#' marks a hash.
 */
function plainOr(id: string, plain: RegExp): string {
  if (plain.test(id) && !id.startsWith('#')) return id
  return `#${createHash('sha256').update(Buffer.from(id, 'utf16le')).digest('base64url')}`
}

/** The cluster's own sum over what stands in braces: CRC-16/XMODEM (cluster specification, appendix A). */
export function slotOf(tag: string): number {
  let sum = 0
  for (const byte of Buffer.from(tag)) {
    sum ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) sum = ((sum << 1) ^ (sum & 0x8000 ? 0x1021 : 0)) & 0xffff
  }
  return sum % slots
}

let tags: readonly string[] | undefined

/** A short name that lies in this slot. */
function tagOf(slot: number): string {
  tags ??= findTags()
  return tags[slot] ?? ''
}

function findTags(): string[] {
  const found: string[] = []
  for (let number = 0, left = slots; left > 0; number += 1) {
    const tag = number.toString(36)
    const slot = slotOf(tag)
    if (found[slot] !== undefined) continue
    found[slot] = tag
    left -= 1
  }
  return found
}
