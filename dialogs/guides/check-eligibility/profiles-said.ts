import { normalize } from '../../../src/core/text/normalize.ts'
import { amountsNamed } from '../../understanding/amounts.ts'
import { loadVocabularies, type Vocabulary } from '../../understanding/vocabulary.ts'
import { listingClassNamed, offeringNamed, type ProfileWords } from './profile-words.ts'

const money =
  /(?:US)?[$€£]?\s?\d[\d.,'’\s]*(?:(?:k|m|mio|mille|thousand|millions?)\b)?\s?(?:USD\b|EUR\b|euros?\b|\$US|US dollars?\b|dollars?(?: US)?\b|[$€£])?/giu
/** Parts of a sentence are few, and a name is no sentence. */
const mostParts = 20
const mostWords = 4

/** A part of a sentence, and how it is sold. */
interface Part {
  readonly words: ProfileWords
  /** Says nothing besides. */
  readonly isBare: boolean
}

/** Makes the reader of sentences that list offers: "310k SaaS, a trial and a consulting offer". */
export function saidReader(vocabularies: readonly Vocabulary[]) {
  const ands = vocabularies
    .flatMap(({ connectives }) => connectives.and)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&'))
  const between = new RegExp(String.raw`[,;+&]\s|\n|(?<![\p{L}])(?:${ands.join('|')}|plus)(?![\p{L}])`, 'iu')
  const around = vocabularies.flatMap(({ ignored, profiles }) => [...ignored, ...(profiles?.around ?? [])])
  const empty = new Set(around.flatMap((words) => tokens(words)))
  const partsOf = (text: string) =>
    text
      .slice(0, 500)
      .split(between)
      .filter((part) => /[\p{L}\p{N}]/u.test(part))
      .slice(0, mostParts)
      .map((part) => partOf(part, empty))
  return {
    /** Reads a line that only lists offers, with an amount or several of them; else none. */
    listed(line: string): ProfileWords[] {
      const parts = partsOf(line)
      const isList = parts.length > 1 || amountsNamed(line).length > 0
      const read = parts.flatMap((part) => (part?.isBare ? [part.words] : []))
      return isList && read.length === parts.length ? read : []
    },
    /** Reads the offers that a sentence names among other words; at least two, one of them with sales. */
    named(sentence: string): ProfileWords[] {
      const read = partsOf(sentence).flatMap((part) => part?.words ?? [])
      return read.length > 1 && read.some(({ sales }) => sales !== '') ? read : []
    },
  }
}

/** Reads one part of a sentence; none without a word for how it is sold. */
function partOf(text: string, empty: ReadonlySet<string>): Part | undefined {
  const [amount] = amountsNamed(text)
  const said = tokens(text.replace(money, ' '))
  const kind = kindIn(said, amount !== undefined)
  if (!kind) return undefined
  const others = said.filter((word) => !kind.split(' ').includes(word) && !empty.has(word))
  return {
    words: {
      name: capital(asWritten(text, kind)),
      pricing: listingClassNamed(kind) ? kind : 'transact',
      offering: offeringNamed(kind) ? kind : '',
      sales: amount ? `${amount.value}${amount.isForeign ? ' €' : ''}` : '',
    },
    isBare: others.length === 0,
  }
}

/** The longest words that say how it is sold; with an amount also what is sold, as Microsoft then bills it. */
function kindIn(said: readonly string[], hasAmount: boolean): string | undefined {
  const runs = Array.from({ length: mostWords }, (_, at) => mostWords - at).flatMap((length) =>
    said.map((_, at) => said.slice(at, at + length)).filter((run) => run.length === length),
  )
  const found = runs.map((run) => run.join(' '))
  const sold = found.find((words) => listingClassNamed(words))
  return sold ?? (hasAmount ? found.find((words) => offeringNamed(words)) : undefined)
}

const tokens = (text: string): string[] =>
  normalize(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Words as the person wrote them, where they stand so in the text. */
function asWritten(text: string, words: string): string {
  const at = text.toLowerCase().indexOf(words)
  return at < 0 ? words : text.slice(at, at + words.length)
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const profilesSaid = saidReader(loadVocabularies())
