import type { Activity } from '../client/activity.ts'
import { reworded } from './shape.ts'

/** Invisible characters copied from web pages, PDFs and chats. */
export const invisibles = ['\u200b', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u200f', '\u202a', '\u2066']

/** In front, behind, and in the middle of typed words and of what was typed into a card. */
export function invisibleCharacters(activity: Activity): Activity {
  const { value } = activity
  const spoilt = reworded(activity, strewn)
  if (typeof value !== 'object' || value === null) return spoilt
  const entries = Object.entries(value).map(([key, entry]) => [key, isTyped(entry) ? strewn(entry) : entry])
  return { ...spoilt, value: Object.fromEntries(entries) }
}

/** Chosen values are not typed; they have neither spaces nor signs. */
const isTyped = (entry: unknown): entry is string => typeof entry === 'string' && /[\s@+]/.test(entry)

/** Mentions stay whole. */
function strewn(text: string): string {
  if (text.includes('<at>')) return `${text}\u200b`
  const middle = Math.ceil(text.length / 2)
  const [first = '', ...others] = invisibles
  return `${first}${text.slice(0, middle)}${others.join('')}${text.slice(middle)}\u200b`
}
