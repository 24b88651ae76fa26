import type { Activity } from '../client/activity.ts'
import { reworded } from './shape.ts'

/** What comes along when somebody copies from a web page, a PDF or another chat, and nobody sees. */
export const invisibles = ['\u200b', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u200f', '\u202a', '\u2066']

/** In front, behind, and in the middle of typed words and of what was typed into a card. */
export function invisibleCharacters(activity: Activity): Activity {
  const { value } = activity
  const spoilt = reworded(activity, strewn)
  if (typeof value !== 'object' || value === null) return spoilt
  const entries = Object.entries(value).map(([key, entry]) => [key, isTyped(entry) ? strewn(entry) : entry])
  return { ...spoilt, value: Object.fromEntries(entries) }
}

/** Nobody types what is chosen from a list, and that has neither spaces nor signs. */
const isTyped = (entry: unknown): entry is string => typeof entry === 'string' && /[\s@+]/.test(entry)

/** Mentions stay whole. */
function strewn(text: string): string {
  if (text.includes('<at>')) return `${text}\u200b`
  const middle = Math.ceil(text.length / 2)
  const [first = '', ...others] = invisibles
  return `${first}${text.slice(0, middle)}${others.join('')}${text.slice(middle)}\u200b`
}
