import { literal } from '../../../src/core/text/literal.ts'
import { loadVocabularies, type Vocabulary } from '../../understanding/vocabulary.ts'
import { normalizeWords } from './option-meant.ts'

/** A sentence that changes a field: "Actually, change the e-mail to ann@contoso.com". */
export interface Correction {
  /** Words for the field. */
  readonly called: string
  /** Names of the fields that these words stand for. */
  readonly names: readonly string[]
  /** The value as it was said, and without what stands around it: punctuation, a polite word, an article. */
  readonly values: readonly [said: string, ...bare: string[]]
}

/** Creates the reader of corrections in these languages. */
export function correctionReader(
  vocabularies: readonly Vocabulary[],
): (text: string) => Correction | undefined {
  const known = vocabularies.map(({ corrections }) => corrections)
  const pattern = patternOf(known)
  const fields = known.flatMap(({ fields }) => Object.entries(fields))
  const bare = bareReader(vocabularies)
  return (text) => {
    const [, opener, verb, field = '', value = ''] = pattern.exec(text.trim()) ?? []
    if (!opener && !verb) return undefined
    const called = normalizeWords(field)
    const names = fields.filter(([, words]) => words.some((word) => normalizeWords(word) === called))
    const now = withoutReplaced(value)
    return { called, names: names.map(([name]) => name), values: [now.trim(), ...bare(now)] }
  }
}

/** Reads corrections in all languages. */
export const readCorrection = correctionReader(loadVocabularies())

const words = (kind: 'openers' | 'insteads' | 'isNow'): string =>
  loadVocabularies()
    .flatMap(({ corrections }) => corrections[kind])
    .sort((one, other) => other.length - one.length)
    .map((word) => literal(word).replace(/['’]/g, "['’]"))
    .join('|')
const replaced = new RegExp(`[\\s,]+(?:${words('insteads')})\\s+\\S[^,]{0,60}$`, 'iu')
const opening = new RegExp(`^(?:(?:${words('openers')})(?![\\p{L}\\p{N}])[\\s,;:.…!-]*)+`, 'iu')
const denied = new RegExp(`^(?:${words('insteads')})\\s+[^,;]{1,60}[,;]\\s*`, 'iu')
const leading = new RegExp(`^(?:${words('isNow')})\\s+`, 'iu')

/** Leaves out the value that is replaced: "95k, not 80k". */
const withoutReplaced = (value: string): string => value.trim().replace(replaced, '')

/** The new value of a correction that names no field: "no, rather the webinar", "not 0612…, it's 0698…"; undefined for none. */
export function valueCorrected(text: string): string | undefined {
  const said = text.trim()
  const rest = said.replace(opening, '').replace(denied, '')
  return rest === said || rest === '' ? undefined : withoutReplaced(rest.replace(leading, ''))
}

/** Creates the reader of a value without what stands around it. */
function bareReader(vocabularies: readonly Vocabulary[]): (value: string) => string[] {
  const any = (words: readonly string[]) => words.map(literal).join('|')
  const polite = any(vocabularies.flatMap((each) => each.polite))
  const articles = any(vocabularies.flatMap(({ corrections }) => corrections.articles))
  const around = new RegExp(`^(?:${articles})\\s+|[\\s,]+(?:${polite})$`, 'giu')
  return (value) => {
    const plain = value.trim().replace(/[\s.!,;]+$/u, '')
    return [plain, plain.replace(around, '')]
  }
}

/** Begins with an opener ("actually") or a verb ("change"), then names a field and its value. */
function patternOf(known: readonly Vocabulary['corrections'][]): RegExp {
  const any = (kind: 'openers' | 'verbs' | 'articles' | 'links') =>
    known
      .flatMap((words) => words[kind])
      .sort((one, other) => other.length - one.length)
      .map((word) => literal(word).replace(/['’]/g, "['’]"))
      .join('|')
  const opener = `((?:(?:${any('openers')})(?![\\p{L}\\p{N}])[\\s,;:.…!-]*)*)`
  const verb = `(?:(${any('verbs')})\\s+)?`
  const article = `(?:(?:${any('articles')})(?:(?<=['’])|\\s+))?`
  const link = `(?:\\s+(?:${any('links')})\\s+|\\s*[:=]\\s*)`
  return new RegExp(`^${opener}${verb}${article}(.{2,40}?)${link}(.+)$`, 'iu')
}
