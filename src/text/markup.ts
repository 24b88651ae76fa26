/** Tags that Teams puts into plain text. Excludes `<` so that an unclosed tag stays cheap. */
const tag = /(<\/?(?:at|quoted|attachment)\b[^<>]*>)/i
const tagName = /^<(\/?)(at|quoted|attachment)\b/i

/** Part of a message: words, a mentioned name, or the id of a quoted message. */
export type Piece =
  | { readonly kind: 'words' | 'mention'; readonly text: string }
  | { readonly kind: 'quote'; readonly messageId: string | undefined }

interface Open {
  readonly name: string
  readonly tag: string
  readonly inside: string[]
}

/**
 * Splits a text at its `<at>`, `<quoted>` and `<attachment>` tags in one pass. Quoted words are dropped, except after
 * an unclosed tag.
 */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let open: Open | undefined
  for (const part of text.split(tag)) {
    const [, slash, name] = tagName.exec(part) ?? []
    if (name === undefined) open ? open.inside.push(part) : pieces.push({ kind: 'words', text: part })
    else if (slash === '' && !open) open = begun(name.toLowerCase(), part, pieces)
    else if (slash === '/' && open?.name === name.toLowerCase()) {
      pieces.push(pieceOf(open))
      open = undefined
    }
  }
  return open ? [...pieces, ...unended(open)] : pieces
}

/** Removes tags and keeps all words; outside a chat message nothing is quoted. */
export const withoutMarkup = (text: string): string =>
  text
    .split(tag)
    .filter((_, at) => at % 2 === 0)
    .join('')

/** Starts an element; a self-closing tag is a complete part. */
function begun(name: string, tag: string, pieces: Piece[]): Open | undefined {
  const open: Open = { name, tag, inside: [] }
  if (!tag.endsWith('/>')) return open
  pieces.push(pieceOf(open))
  return undefined
}

function pieceOf({ name, tag, inside }: Open): Piece {
  if (name === 'at') return { kind: 'mention', text: inside.join('') }
  return { kind: 'quote', messageId: /\bmessageId\s*=\s*["']?([^"'\s/>]+)/i.exec(tag)?.[1] }
}

function unended(open: Open): Piece[] {
  const words: Piece = { kind: 'words', text: open.inside.join('') }
  return open.name === 'at' ? [words] : [pieceOf(open), words]
}
