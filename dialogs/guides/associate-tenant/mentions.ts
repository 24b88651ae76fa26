import { LinkifyIt } from 'linkify-it'
import { parse } from 'tldts'
import { anyGuid } from '../../../src/core/text/guid.ts'

/** A part of a text that may name a tenant, and the words between it and the part before. */
export interface Mention {
  readonly kind: 'address' | 'email' | 'domain' | 'guid'
  readonly text: string
  readonly before: string
}
type Place = Omit<Mention, 'before'> & { readonly from: number; readonly to: number }

/** Any last label will do here: tldts knows which of them are in use. */
const linkify = new LinkifyIt({ fuzzyLink: true, tlds: ['[a-z\\u00a1-\\uffff]{2,63}'] })
const guid = new RegExp(`(?<![\\p{L}\\p{N}-])[{(]?${anyGuid}[)}]?(?![\\p{L}\\p{N}-])`, 'giu')

/** Addresses, e-mail addresses, domains and GUIDs in a text, in their order. */
export function mentionsIn(given: string): Mention[] {
  const text = spaced(given)
  const links = (linkify.match(text) ?? []).flatMap(({ schema, raw, url, index, lastIndex }): Place[] => {
    const kind = kindOf(schema, url)
    return kind ? [{ kind, text: kind === 'address' ? url : raw, from: index, to: lastIndex }] : []
  })
  const guids = [...text.matchAll(guid)].flatMap((match): Place[] => {
    const { 0: found, index } = match
    const isInLink = links.some(({ from, to }) => from <= index && index < to)
    return isInLink ? [] : [{ kind: 'guid', text: found, from: index, to: index + found.length }]
  })
  const places = [...links, ...guids].sort((one, other) => one.from - other.from)
  return places.map(({ kind, text: words, from }, at) => ({
    kind,
    text: words,
    before: text.slice(places[at - 1]?.to ?? 0, from),
  }))
}

/** Separates marks that the finder takes for a part of a domain: quotation marks, and a label right before it ("tenant:contoso.com"). */
const spaced = (text: string): string =>
  text.replace(/[«»“”„‹›]/g, ' ').replace(/(?<=^|\s)([^\s:=/]{1,40}[:=])(?=[^\s/])/g, '$1 ')

/** A bare name counts where its end is in use, or kept for examples; "Node.js" is none. */
function kindOf(schema: string, url: string): Mention['kind'] | undefined {
  if (schema === 'mailto:') return 'email'
  if (/^https?:$/i.test(schema)) return 'address'
  if (schema !== '') return undefined
  const { hostname, isIcann, isSpecialUse } = parse(url, { detectSpecialUse: true })
  if (!hostname || !(isIcann || isSpecialUse)) return undefined
  return /^http:\/\/[^/?#:]+$/.test(url) ? 'domain' : 'address'
}
