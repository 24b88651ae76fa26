/** Makes a person's words safe inside text that Adaptive Cards render as Markdown: they show as typed. */
export function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<>~#|]/g, '\\$&').replace(/^(\s*\d*)([-+.)])(?=\s)/gm, '$1\\$2')
}

/** The same data with every string escaped; numbers, flags and structure stay. */
export function escapeAll(data: unknown): unknown {
  if (typeof data === 'string') return escapeMarkdown(data)
  if (Array.isArray(data)) return data.map(escapeAll)
  if (typeof data === 'object' && data !== null) {
    return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, escapeAll(value)]))
  }
  return data
}

/** Word joiner: takes no room, breaks no line, and keeps what stands on its sides apart for a client that looks for links. */
const joiner = '\u2060'
/** Signs that turn the direction of what follows. Scripts that run from right to left need none. */
const directionControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** The text without signs that turn its direction. */
export const withoutDirections = (text: string): string => text.replace(directionControls, '')

/** Plain text in which a client finds nothing to do: no direction turned, no date or time to format, no address to link. */
export const neutral = (text: string): string => calm(text).replace(address, unlinked)

/** The same for Markdown, where the bot's own links stay. */
export const neutralMarkdown = (text: string): string =>
  calm(text).split(ownLink).map(unlinkedUnlessOwn).join('')

/** Markdown to be copied: as it is, but no direction is turned, and a backslash keeps apart what a client would format. */
export const copyable = (text: string): string => withoutDirections(text).replace(/\{(?=\{)/g, '{\\')

const calm = (text: string): string => withoutDirections(text).replace(/\{(?=\{)/g, `{${joiner}`)

/** Links that the bot makes itself; the brackets of people's words are escaped. */
const ownLink = /((?<!\\)\[(?:[^[\]\\]|\\.)*\]\(https:\/\/[^\s()]+\))/
const address = /(?<![\p{L}\p{N}])(?:[a-z][a-z0-9+.-]{0,30}:\/\/|\/\/|mailto:|www\.)[^\s]+/giu

/** `split` gives the links at the odd places. */
const unlinkedUnlessOwn = (part: string, index: number): string =>
  index % 2 === 1 ? part : part.replace(address, unlinked)

const unlinked = (found: string): string =>
  found
    .replace(/:(?!\u2060)|\/(?=\/)/gu, `$&${joiner}`)
    .replace(/(?<!\u2060)\.(?!\u2060)/gu, `${joiner}.${joiner}`)

/**
 * A person's name in which no client finds a domain or an e-mail address to link. Real addresses stay as they are, so that
 * they can be copied.
 */
export const plainName = (name: string): string =>
  withoutDirections(name).replace(
    /(?<=[\p{L}\p{N}])[.@](?=[\p{L}\p{N}][\p{L}\p{N}-]|[\p{L}\p{N}.-]+\.)/gu,
    `${joiner}$&${joiner}`,
  )
