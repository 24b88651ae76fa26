import { createHash } from 'node:crypto'
import type { Names } from '../../encryption/codec.ts'
import type { ConversationKeys, TurnKeys } from '../../store/ports.ts'

/**
 * Keys in Redis. Keys of one company share its id in braces, so that a cluster stores them together and one script
 * may use them all.
 *
 * Expiry by the bot's clock is in the values and decides; Redis removes keys later, by its own clock.
 */

/** All keys, with their content and lifetime. */
export const keys = {
  /** Hash: version `v`, document `d`, original ids `of` if the key has a hash. Permanent. */
  company: (tenant: string) => `${of(tenant)}company`,
  /** Same hash: a person's document in a company. Permanent. */
  person: (tenant: string, person: string) => `${of(tenant)}person:${part(person)}`,
  /** Same hash with expiry `x`: one chat. */
  conversation: (tenant: string, conversation: string) => `${of(tenant)}conversation:${part(conversation)}`,
  /** Same hash as the company's: recipients of its reminders. Permanent. */
  roster: (tenant: string) => `${of(tenant)}roster`,
  /** String: expiry of the mark, and the commit that handled the activity. */
  handled: ({ tenant, conversation, activity }: TurnKeys) =>
    `${of(tenant)}handled:${part(conversation)} ${part(activity)}`,
  /** List: the company's events in order. Permanent. */
  log: (tenant: string) => `${of(tenant)}log`,
  /** Hash: messages to send by id, each prefixed by its number; ` ` has the last number. Kept until all are sent. */
  outbox: ({ tenant, conversation }: ConversationKeys) => `${of(tenant)}outbox:${part(conversation)}`,
  /** List: channel ids of the latest messages, each prefixed by its expiry. Expires. */
  delivered: ({ tenant, conversation }: ConversationKeys) => `${of(tenant)}delivered:${part(conversation)}`,
  /**
   * String: number of proactive messages in the current window, of a conversation or a company. Lives as long as the
   * window or the channel's pause. Not in archives.
   */
  limit: (seconds: number, tenant: string, conversation?: string) =>
    limitKeyOfNames(seconds, tagged(tenant), conversation === undefined ? undefined : part(conversation)),
  /** String: instant of the last write check. Expires. */
  checked: () => 'rewards:checked',
  /** Hash: samples encrypted under each key, by key id. Permanent. */
  encryptionKeys: () => 'rewards:encryption-keys',
  /**
   * Sorted set: outbox keys by the end of their leases. One for all companies; with shards, one per slot (16,384),
   * stored with the slot's companies.
   */
  unsent: (slot?: number) => (slot === undefined ? 'rewards:unsent' : `rewards:unsent:{${tagOf(slot)}}`),
}

/**
 * BullMQ's keys, `rewards:jobs:{wakeups}:…`, with the wake-ups of all companies: a worker cannot wait on every slot
 * of a cluster.
 */
export const wakeupQueue = { prefix: 'rewards:jobs', name: '{wakeups}' }

/** Lists the keys of a turn's documents and activity mark, in the scripts' order. */
export function turnKeyList(turn: TurnKeys): string[] {
  const { tenant, person, conversation } = turn
  return [
    keys.company(tenant),
    keys.person(tenant, person),
    keys.conversation(tenant, conversation),
    keys.roster(tenant),
    keys.handled(turn),
  ]
}

/** Makes an id usable as a name in an outbox or a key. */
export const part = (id: string) => plainOr(id, /^[!-~]{1,200}$/)

/** Returns the key of the list with a company's outboxes. */
export function unsentKey(tenant: string, sharded: boolean): string {
  return keys.unsent(sharded ? slotOf(tagged(tenant)) : undefined)
}

/** Number of slots in a Redis cluster. */
export const slots = 16_384

/** Makes a company's id usable as a tag, which a brace would end. */
export const tagged = (tenant: string) => plainOr(tenant, /^[!-z|~]{1,200}$/)

const of = (tenant: string) => `rewards:{${tagged(tenant)}}:`

/** Builds a key from names; archives know only the hash of some ids. */
export function keyOfNames(tag: string, kind: string, ...names: readonly string[]): string {
  return `rewards:{${tag}}:${kind}${names.length > 0 ? `:${names.join(' ')}` : ''}`
}

/** Returns the names to which a text under a key is bound; for a message also its name in the outbox. */
export function boundTo(key: string, ...inner: readonly string[]): Names {
  const { tag, names } = namesIn(key)
  return [tag, ...names, ...inner]
}

/** Builds the key of a limit from names. */
export function limitKeyOfNames(seconds: number, tag: string, conversation?: string): string {
  return `rewards:limit:{${tag}}:${seconds}${conversation === undefined ? '' : `:${conversation}`}`
}

const companyKey = /^rewards:\{(?<tag>[^}]+)\}:(?<kind>[a-z]+)(?::(?<rest>.+))?$/

/** Splits a company's key into its parts. */
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
 * Hashes ids that do not match `plain`: a space separates key parts, and UTF-8 maps all lone surrogates to one. The
 * hash is of the UTF-16 units, marked by '#'.
 */
function plainOr(id: string, plain: RegExp): string {
  if (plain.test(id) && !id.startsWith('#')) return id
  return `#${createHash('sha256').update(Buffer.from(id, 'utf16le')).digest('base64url')}`
}

/** Computes a cluster's slot of a tag: CRC-16/XMODEM (cluster specification, appendix A). */
export function slotOf(tag: string): number {
  let sum = 0
  for (const byte of Buffer.from(tag)) {
    sum ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) sum = ((sum << 1) ^ (sum & 0x8000 ? 0x1021 : 0)) & 0xffff
  }
  return sum % slots
}

let tags: readonly string[] | undefined

/** Finds a short tag in this slot. */
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
