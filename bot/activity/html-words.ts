import { Parser } from 'htmlparser2'

/** The words of a message's HTML twin, with mentions as `<at>` tags. */
export interface HtmlWords {
  readonly text: string
  /** Id of the message that it quotes. */
  readonly quoted: string | undefined
  /** It shows a sticker, a GIF or a pasted screenshot. */
  readonly hasPicture: boolean
}

/** Characters that are read: more than anybody types, so that parsing stays bounded. */
const longest = 20_000

/** Reads HTML as Teams' clients write it. */
export function htmlWords(html: string): HtmlWords {
  const reader = new HtmlReader()
  new Parser(reader).end(html.slice(0, longest))
  return { text: reader.words.join(''), quoted: reader.quoted, hasPicture: reader.hasPicture }
}

type Attributes = Readonly<Record<string, string>>

const lineTags = new Set(['br', 'p', 'div', 'li', 'tr', 'pre', 'h1', 'h2', 'h3'])

/** Microdata types of Teams, such as `http://schema.skype.com/Mention`. */
const isOf = (type: 'Reply' | 'Mention' | 'Emoji', { itemtype = '' }: Attributes) =>
  itemtype.toLowerCase().endsWith(`/${type.toLowerCase()}`)

class HtmlReader {
  readonly words: string[] = []
  quoted: string | undefined
  hasPicture = false
  /** Texts to write at the end of each open element. */
  readonly #ends: string[] = []
  /** How many of them lie in a quoted message, whose words are another person's. */
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

  /** Writes what an element begins with; returns what it ends with. */
  #begin(name: string, attributes: Attributes): string {
    if (name === 'img') this.#picture(attributes)
    if (lineTags.has(name)) this.words.push('\n')
    if (name !== 'at' && !isOf('Mention', attributes)) return ''
    this.words.push('<at>')
    return '</at>'
  }

  /** An emoji is a picture with its character as alternative text. */
  #picture(attributes: Attributes): void {
    if (isOf('Emoji', attributes)) this.words.push(attributes.alt ?? '')
    else this.hasPicture = true
  }
}
