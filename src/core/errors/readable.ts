import { anyOf } from '../text/any-of.ts'
import { normalize } from '../text/normalize.ts'
import { percentDecoded } from '../text/percent-decoded.ts'
import type { ErrorWords } from './error-words.ts'

/** Decodes escapes of URLs, JSON and HTML, and applies one Unicode normalization. */
export function readable(text: string): string {
  return unescaped(unquoted(withoutPercents(text))).normalize('NFKC')
}

/** Normalizes a text for comparison. */
export type Comparable = (text: string) => string

/** Makes the normalization that also writes contractions out ("can't" and "can not" as "cannot"). */
export function comparer({ spellings }: ErrorWords): Comparable {
  const rules = Object.entries(spellings).map(([written, meant]) => rule(written, meant))
  return (text) => {
    const spelled = rules.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text)
    // A protocol's access_denied is not a page's "Access denied".
    return normalize(spelled.replace(/(?<=[a-z])_(?=[a-z])/gi, ''))
  }
}

/** "*n't" → "* not" as a pattern and its replacement. */
function rule(written: string, meant: string): readonly [RegExp, string] {
  const isEnd = written.startsWith('*')
  const end = anyOf([isEnd ? written.slice(1) : written])
  return [new RegExp(`${isEnd ? '' : '\\b'}${end}\\b`, 'giu'), isEnd ? meant.replace('*', '') : meant]
}

const percentRun = /(?:%[0-9a-f]{2})+/gi

/** Decodes percent-encoding; in text from a URL, "+" is a space. */
function withoutPercents(text: string): string {
  const spaced = /[=&][^\s=&]{0,200}%[0-9a-f]{2}|=\w{1,40}\+\w{1,40}\+/i.test(text)
    ? text.replace(/(?<=\S)\+(?=\S)/g, ' ')
    : text
  return spaced.replace(percentRun, percentDecoded)
}

const unquoted = (text: string): string =>
  text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\r\\n|\\[rn]/g, '\n')
    .replace(/\\(["/])/g, '$1')

const entities: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
}

const unescaped = (text: string): string =>
  text
    .replace(/&(quot|apos|amp|lt|gt|nbsp);/g, (entity, name: string) => entities[name] ?? entity)
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
