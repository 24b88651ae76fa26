/** Escapes a person's words for Markdown in Adaptive Cards. */
export function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<>~#|]/g, '\\$&').replace(/^(\s*\d*)([-+.)])(?=\s)/gm, '$1\\$2')
}

/** Escapes every string in data; numbers, flags and structure stay. */
export function escapeAll(data: unknown): unknown {
  if (typeof data === 'string') return escapeMarkdown(data)
  if (Array.isArray(data)) return data.map(escapeAll)
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, escapeAll(value)]))
  }
  return data
}

/** Word joiner: invisible, prevents line breaks, and separates its neighbours for link detection. */
const joiner = '\u2060'
/** Controls of text direction; right-to-left scripts do not need them. */
const directionControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Removes controls of text direction. */
export const withoutDirections = (text: string): string => text.replace(directionControls, '')

/** Neutralizes plain text: no direction controls, no dates or times to format, no addresses to link. */
export const neutral = (text: string): string => withoutFormats(text).replace(address, unlinked)

/** Neutralizes Markdown, keeping the bot's own links. */
export const neutralMarkdown = (text: string): string =>
  withoutFormats(text).split(ownLink).map(unlinkedUnlessOwn).join('')

/** Neutralizes Markdown meant for copying: removes direction controls and separates braces by a backslash. */
export const copyable = (text: string): string => withoutDirections(text).replace(/\{(?=\{)/g, '{\\')

const withoutFormats = (text: string): string => withoutDirections(text).replace(/\{(?=\{)/g, `{${joiner}`)

/** Links made by the bot; brackets in people's words are escaped. */
const ownLink = /((?<!\\)\[(?:[^[\]\\]|\\.)*\]\(https:\/\/[^\s()]+\))/
const address = /(?<![\p{L}\p{N}])(?:[a-z][a-z0-9+.-]{0,30}:\/\/|\/\/|mailto:|www\.)[^\s]+/giu

/** `split` returns links at odd indexes. */
const unlinkedUnlessOwn = (part: string, index: number): string =>
  index % 2 === 1 ? part : part.replace(address, unlinked)

const unlinked = (found: string): string =>
  found
    .replace(/:(?!\u2060)|\/(?=\/)/gu, `$&${joiner}`)
    .replace(/(?<!\u2060)\.(?!\u2060)/gu, `${joiner}.${joiner}`)

/**
 * Neutralizes a person's name so that no client links a domain or an address in it. Real addresses elsewhere stay, to
 * be copied.
 */
export const plainName = (name: string): string =>
  withoutDirections(name).replace(
    /(?<=[\p{L}\p{N}])[.@](?=[\p{L}\p{N}][\p{L}\p{N}-]|[\p{L}\p{N}.-]+\.)/gu,
    `${joiner}$&${joiner}`,
  )
