import { longestEntry } from '../../dialogs/engine/card-data.ts'
import { cleanText } from '../../src/text/clean-text.ts'
import { type Piece, piecesOf } from '../../src/text/markup.ts'
import type { Incoming } from './activity.ts'
import { isBot } from './arrivals.ts'
import { twinOf } from './attachments.ts'
import { isPersonal } from './conversation-scope.ts'
import { type HtmlWords, htmlWords } from './html-words.ts'

/** Text of a message as typed by the person. */
export interface TypedWords {
  /** Without mentions of the bot; colleagues appear by name. At most `longestEntry` characters. */
  readonly text: string
  /** Channel ids of the mentioned colleagues. */
  readonly mentioned: readonly string[]
  /** Channel id of the quoted or answered message. */
  readonly quoted: string | undefined
}

/** Activities are immutable, so each is parsed once. */
const known = new WeakMap<Incoming, TypedWords>()

/** Reads the text of a message in linear time. */
export function typedWords(activity: Incoming): TypedWords {
  const words = known.get(activity) ?? readWords(activity)
  known.set(activity, words)
  return words
}

function readWords(activity: Incoming): TypedWords {
  const twin = twinOf(activity)
  const html = twin === undefined ? undefined : htmlWords(twin)
  const pieces = piecesOf(markedText(activity, html))
  const mentions = mentionsIn(activity)
  const isOwn = botAmong(activity, pieces, mentions)
  // In a group all mentions are removed: only the request to the bot counts.
  const isCall = isPersonal(activity) ? isOwn : (piece: Piece) => piece.kind === 'mention'
  const words = pieces.map((piece) => wordsOf(piece, isCall)).join('')
  return {
    text: cleanText(withoutBareMentions(words, activity)).trim().slice(0, longestEntry).trim(),
    mentioned: pieces.flatMap((piece) => (isOwn(piece) ? [] : (mentions.get(nameIn(piece))?.id ?? []))),
    quoted: quotedIn(pieces) ?? html?.quoted ?? activity.replyToId,
  }
}

/** The plain text, or its HTML version if that has quotes, line breaks, or the only text. */
function markedText({ text = '', textFormat }: Incoming, html: HtmlWords | undefined): string {
  if (html && (html.quoted !== undefined || text.trim() === '' || keepsLines(html.text, text)))
    return html.text
  return /^(html|xml)$/i.test(textFormat ?? '') ? htmlWords(text).text : text
}

/** Some clients keep line breaks only in the HTML and have spaces in the plain text. */
const keepsLines = (html: string, text: string): boolean =>
  !/[\r\n\u2028]/.test(text.trim()) && html.trim().includes('\n') && inOneLine(html) === inOneLine(text)

const inOneLine = (text: string) => cleanText(text).replace(/\s/g, '')

type Mentions = ReadonlyMap<string, { readonly id: string }>

/** Mentioned accounts by their name in the text. */
function mentionsIn({ entities = [] }: Incoming): Mentions {
  return new Map(
    entities.flatMap(({ text, mentioned }) =>
      mentioned ? [text ?? '', mentioned.name ?? ''].map((name) => [bareName(name), mentioned] as const) : [],
    ),
  )
}

const bareName = (text: string) => cleanText(text).trim().toLowerCase()
const nameIn = (piece: Piece) => (piece.kind === 'mention' ? bareName(piece.text) : '')

/** Finds mentions of the bot; without entities, as in later messages of a thread, by name or position. */
function botAmong(activity: Incoming, pieces: readonly Piece[], mentions: Mentions) {
  const own = bareName(activity.recipient.name ?? '')
  const first = pieces.find((piece) => piece.kind !== 'words' || piece.text.trim() !== '')
  const isCalledFirst = mentions.size === 0 && !isPersonal(activity)
  return (piece: Piece): boolean => {
    if (piece.kind !== 'mention') return false
    const mentioned = mentions.get(nameIn(piece))
    if (mentioned) return isBot(activity, mentioned.id)
    return (own !== '' && nameIn(piece) === own) || (isCalledFirst && piece === first)
  }
}

function wordsOf(piece: Piece, isCall: (piece: Piece) => boolean): string {
  return piece.kind === 'quote' || isCall(piece) ? ' ' : piece.text
}

/** Untagged mentions of the bot on other channels that are removed, at most. */
const mostBareMentions = 5

function withoutBareMentions(text: string, activity: Incoming): string {
  const { entities = [] } = activity
  const own = entities.filter(({ mentioned }) => mentioned && isBot(activity, mentioned.id))
  const texts = new Set(own.map(({ text: mention = '' }) => mention.trim()))
  texts.delete('')
  return [...texts].slice(0, mostBareMentions).reduce((rest, mention) => rest.replaceAll(mention, ' '), text)
}

const quotedIn = (pieces: readonly Piece[]): string | undefined =>
  pieces.flatMap((piece) => (piece.kind === 'quote' ? (piece.messageId ?? []) : [])).at(0)
