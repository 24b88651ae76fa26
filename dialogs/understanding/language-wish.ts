import { type Language, languages, nameOf } from '../../locales/index.ts'
import { clauseSplitter } from './connectives.ts'
import { wordsOf } from './normalize.ts'
import type { Vocabulary } from './vocabulary.ts'
import { createPatterns } from './word-pattern.ts'

/** A language named in a clause, with the text before and after. */
type Mention = { language: Language; before: string; after: string }

/** Names of each language in all languages. */
const named = new Map<string, Language>(
  languages.flatMap((language) =>
    languages.flatMap((inLanguage) =>
      wordsOf(nameOf(language, inLanguage)).map((word): [string, Language] => [word, language]),
    ),
  ),
)

/** Splits at the next mention: "not French, English" and "English not French" refuse only French. */
function mentionsIn(words: readonly string[]): Mention[] {
  const places = words.flatMap((word, at) => (named.has(word) ? [at] : []))
  return places.flatMap((at, i) => {
    const language = named.get(words[at] ?? '')
    const before = words.slice((places[i - 1] ?? -1) + 1, at).join(' ')
    const after = words.slice(at + 1, places[i + 1]).join(' ')
    return language ? [{ language, before, after }] : []
  })
}

/** Reads a wish for a language: "I don't speak French" asks for English. */
export function createLanguageWish(vocabularies: readonly Vocabulary[], spelt: (text: string) => string[]) {
  const clausesOf = clauseSplitter(vocabularies, ['but', 'and'])
  const tongues = vocabularies.map(({ languageNames }) => languageNames)
  const known = new Set(tongues.flatMap(({ words }) => words.flatMap(wordsOf)))
  const refusals = createPatterns(tongues.flatMap(({ refusals }) => refusals))
  const weak = createPatterns(tongues.flatMap(({ weak }) => weak))
  const reproaches = createPatterns(tongues.flatMap(({ reproaches }) => reproaches))
  const isRefused = ({ before, after }: Mention) => refusals(before).length > 0 || weak(after).length > 0

  /** Tests whether all words belong to a language wish; others, such as "customers", exclude it. */
  function isMeant(text: string): boolean {
    const mended = spelt(text)
    return wordsOf(text).every((word, at) => known.has(word) || known.has(mended[at] ?? ''))
  }

  function wanted(text: string): Language | undefined {
    if (reproaches(text).length > 0) return undefined
    const mentions = clausesOf(text).flatMap((clause) => mentionsIn(spelt(clause)))
    const refused = new Set(mentions.filter(isRefused).map(({ language }) => language))
    const wished = new Set(mentions.filter((each) => !isRefused(each)).map(({ language }) => language))
    const others = languages.filter((language) => refused.size > 0 && !refused.has(language))
    const [only, ...more] = wished.size > 0 ? wished : others
    return more.length === 0 && !(only && refused.has(only)) ? only : undefined
  }

  return { isMeant, wanted }
}
