import type { LoggedEvent } from './company-event.ts'
import type { ChainHead, Seal } from './seal.ts'

/** Hash of a text, such as SHA-256 over its UTF-8 bytes. */
export type Hash = (text: string) => string

/** Seals an entry as the next one of its log. `salt` must be unguessable. */
export function sealed(
  entry: LoggedEvent,
  head: ChainHead | undefined,
  salt: string,
  hash: Hash,
): LoggedEvent & { readonly seal: Seal } {
  const link = linkOf(head?.link, digestOf(entry, salt, hash), hash)
  return { ...entry, seal: { number: (head?.number ?? 0) + 1, salt, link } }
}

/** Returns the digest of an entry as it was recorded; undefined without salt and digest. */
export function recordedDigest(entry: LoggedEvent, hash: Hash): string | undefined {
  const { salt, digest } = entry.seal ?? {}
  return digest ?? (salt === undefined ? undefined : digestOf(entry, salt, hash))
}

/** Returns the link of an entry: the hash of the previous link, if any, and the entry's digest. */
export const linkOf = (before: string | undefined, digest: string, hash: Hash): string =>
  hash(`${before ?? ''}${digest}`)

const digestOf = ({ seal: _, ...said }: LoggedEvent, salt: string, hash: Hash): string =>
  hash(`${salt}${canonical(said)}`)

/** Serializes to JSON with sorted keys; undefined fields are left out, as by JSON.stringify. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}
