import type { LoggedEvent } from './company-event.ts'
import type { ChainHead, Seal } from './seal.ts'

/** SHA-256 of a text in UTF-8, or another function of that kind. */
export type Hash = (text: string) => string

/** The entry as the next one of its log. `salt` must be unguessable. */
export function sealed(
  entry: LoggedEvent,
  head: ChainHead | undefined,
  salt: string,
  hash: Hash,
): LoggedEvent & { readonly seal: Seal } {
  const link = linkOf(head?.link, digestOf(entry, salt, hash), hash)
  return { ...entry, seal: { number: (head?.number ?? 0) + 1, salt, link } }
}

/** What an entry said when it was recorded; undefined where neither its salt nor its digest is there. */
export function recordedDigest(entry: LoggedEvent, hash: Hash): string | undefined {
  const { salt, digest } = entry.seal ?? {}
  return digest ?? (salt === undefined ? undefined : digestOf(entry, salt, hash))
}

export const linkOf = (before: string | undefined, digest: string, hash: Hash): string =>
  hash(`${before ?? ''}${digest}`)

const digestOf = ({ seal: _, ...said }: LoggedEvent, salt: string, hash: Hash): string =>
  hash(`${salt}${canonical(said)}`)

/** JSON with the fields of each object in order; fields that are undefined are left out, as JSON does. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}
