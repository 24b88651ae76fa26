import { wordsOf } from './normalize.ts'

/** A match of a pattern: the words of its gaps, and the words around it. */
export type Said = { readonly open: string; readonly before: string; readonly after: string }

const gap = String.raw`((?:\S+ ){0,3}?)`
const wordSource = (word: string) => `${wordsOf(word).join(' ')}${word.endsWith('*') ? String.raw`\S*` : ''}`

/** Compiles "*" (up to three words), "cancel*" (words with this beginning), "was/were" (either). */
function sourceOf(piece: string): string {
  if (piece === '*') return gap
  const words = piece.split('/').map(wordSource).join('|')
  return piece.includes('*') ? `((?:${words}) )` : `(?:${words}) `
}

/** Creates a finder of patterns in a text. Throws on a pattern without words. */
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
