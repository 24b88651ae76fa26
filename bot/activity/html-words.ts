import { Parser } from 'htmlparser2'

/** Text of the HTML version of a message, with mentions as `<at>` tags. */
export interface HtmlWords {
  readonly text: string
  /** Id of the quoted message. */
  readonly quoted: string | undefined
  /** Contains a sticker, a GIF or a pasted screenshot. */
  readonly hasPicture: boolean
}

/** Characters parsed at most; longer than any typed message. */
const longest = 20_000

/** Reads HTML as written by Teams clients. */
export function htmlWords(html: string): HtmlWords {
  const reader = new HtmlReader()
  new Parser(reader).end(html.slice(0, longest))
  return { text: reader.words.join(''), quoted: reader.quoted, hasPicture: reader.hasPicture }
}

type Attributes = Readonly<Record<string, string>>

const lineTags = new Set(['br', 'p', 'div', 'li', 'tr', 'pre', 'h1', 'h2', 'h3'])

/** Tests for Teams' microdata types, such as `http://schema.skype.com/Mention`. */
const isOf = (type: 'Reply' | 'Mention' | 'Emoji', { itemtype = '' }: Attributes) =>
  itemtype.toLowerCase().endsWith(`/${type.toLowerCase()}`)

class HtmlReader {
  readonly words: string[] = []
  quoted: string | undefined
  hasPicture = false
  /** Closing text of each open element. */
  readonly #ends: string[] = []
  /** Open elements inside a quoted message, whose text is another person's. */
  #quoting = 0

  onopentag(name: string, attributes: Attributes): void {
    if (isOf('Reply', attributes)) this.quoted ??= attributes.itemid
    if (this.#quoting > 0 || isOf('Reply', attributes)) this.#quoting += 1
    this.#ends.push(this.#quoting > 0 ? '' : this.#begin(name, attributes))
  }

  ontext(text: string): void {
    if (this.#quoting === 0) this.words.push(text)
  }

  onclosetag(): void {
    this.words.push(this.#ends.pop() ?? '')
    if (this.#quoting > 0) this.#quoting -= 1
  }

  /** Writes the opening text of an element and returns its closing text. */
  #begin(name: string, attributes: Attributes): string {
    if (name === 'img') this.#picture(attributes)
    if (lineTags.has(name)) this.words.push('\n')
    if (name !== 'at' && !isOf('Mention', attributes)) return ''
    this.words.push('<at>')
    return '</at>'
  }

  /** Emoji are images whose alternative text is the character. */
  #picture(attributes: Attributes): void {
    if (isOf('Emoji', attributes)) this.words.push(attributes.alt ?? '')
    else this.hasPicture = true
  }
}
