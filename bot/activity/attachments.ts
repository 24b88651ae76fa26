import type { Incoming } from './activity.ts'
import { htmlWords } from './html-words.ts'

/** Kinds of attachments that the bot cannot read. */
export type Unreadable = 'picture' | 'recording' | 'card' | 'message' | 'file'

const isTwin = (contentType: string) => /^text\/(html|plain)\b/i.test(contentType)

/** The HTML version of the text, sent by Teams as an attachment. */
export function twinOf({ attachments = [] }: Incoming): string | undefined {
  const twin = attachments.find(({ contentType = '' }) => /^text\/html\b/i.test(contentType))
  return typeof twin?.content === 'string' ? twin.content : undefined
}

/** Kind of the first non-text attachment; stickers and GIFs are inside the HTML. */
export function unreadableIn(activity: Incoming): Unreadable | undefined {
  const [first] = (activity.attachments ?? []).filter(({ contentType = '' }) => !isTwin(contentType))
  if (first) return kindOf(first.contentType ?? '')
  return htmlWords(twinOf(activity) ?? '').hasPicture ? 'picture' : undefined
}

/** Classifies media types, and Teams' own types for cards, forwarded messages and shared files. */
function kindOf(contentType: string): Unreadable {
  if (/^image\//i.test(contentType)) return 'picture'
  if (/^(audio|video)\//i.test(contentType)) return 'recording'
  if (/\.card\.|\bcard\b/i.test(contentType)) return 'card'
  return /message/i.test(contentType) && !/^message\//i.test(contentType) ? 'message' : 'file'
}
