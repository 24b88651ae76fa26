import { wordsOf } from './normalize.ts'

/** A place where a pattern is said: the words that it leaves open, and all that stands around it. */
export type Said = { readonly open: string; readonly before: string; readonly after: string }

const gap = String.raw`((?:\S+ ){0,3}?)`
const wordSource = (word: string) => `${wordsOf(word).join(' ')}${word.endsWith('*') ? String.raw`\S*` : ''}`

/** "*" is up to three words, "cancel*" any word that begins so, "was/were" either of two. */
function sourceOf(piece: string): string {
  if (piece === '*') return gap
  const words = piece.split('/').map(wordSource).join('|')
  return piece.includes('*') ? `((?:${words}) )` : `(?:${words}) `
}

/** Finds each pattern in the words of a text. Throws on a pattern without a word. */
export function createPatterns(patterns: readonly string[]): (text: string) => Said[] {
  const made = patterns.map((pattern) => {
    if (wordsOf(pattern).length === 0) throw new Error(`"${pattern}" has no word`)
    return new RegExp(`(?<= )${pattern.split(' ').map(sourceOf).join('')}`)
  })
  return (text) => {
    const words = ` ${wordsOf(text).join(' ')} `
    return made.flatMap((pattern): Said[] => {
      const found = pattern.exec(words)
      if (!found) return []
      const end = found.index + found[0].length
      return [
        {
          open: found.slice(1).join(''),
          before: words.slice(0, found.index),
          after: words.slice(end),
        },
      ]
    })
  }
}
