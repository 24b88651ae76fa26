import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { languages } from '../../locales/index.ts'

const texts = z.array(z.string().trim().min(1))
const synonyms = z.record(z.string().regex(/^[a-z]+( [a-z]+)*$/), texts.min(1))
const noDecisive = { synonyms: {}, phrases: {} }
const noDoubts = { needless: [], nothing: [], denials: [], undenied: [], deeds: [], topics: {} }
const noLanguageName = { words: [], refusals: [], weak: [], reproaches: [] }

/** Schema of locales/understand.<language>.json. */
export const vocabularySchema = z.strictObject({
  /** Words around a command without meaning: please, hello, thanks. */
  polite: texts,
  /** Whole messages that need only a friendly answer. */
  thanks: texts.default([]),
  /** Beginnings of the line before a signature. */
  signatures: texts.default([]),
  /**
   * Words around a password or key: its names, "is", statements without a value (beginnings suffice), and names of
   * harmless numbers, such as a case number.
   */
  secrets: z.strictObject({
    names: texts.min(1),
    is: texts.min(1),
    excuses: texts,
    numbers: texts.min(1),
    /** Names of secrets made of digits: PIN, one-time code. */
    codes: texts.optional(),
    /** Names of payment cards and their check code. */
    checks: texts.optional(),
    cards: texts.optional(),
    /** Words before an account name that a password may follow. */
    logins: texts.optional(),
  }),
  /** Words before the extension of a phone number. */
  extensions: texts.min(1),
  /** Words without meaning for a request. */
  ignored: texts,
  /** Words unrelated to the program that resemble its words: lunch is not launch. */
  everyday: texts,
  /**
   * Concept → wordings; several concepts with spaces ("changed" is "change past"); the same names in every language.
   */
  synonyms,
  /** Guide or command → whole messages that start it (`exact`) and phrases that mean it. */
  targets: z.record(z.string(), z.strictObject({ exact: texts.min(1), phrases: texts.min(1) })),
  /**
   * Phrases that decide a sentence: concepts distinguished only here (`synonyms`), and the words that decide a target
   * (`phrases`).
   */
  decisive: z.strictObject({ synonyms, phrases: z.record(z.string(), texts.min(1)) }).default(noDecisive),
  /**
   * Patterns (word-pattern.ts) of words of a target that do not ask for it: what follows is refused (`denials`, unless
   * it begins with one of `undenied`; `nothing` for commands); what precedes is unnecessary (`needless`); another did
   * it (`deeds`); or other topics (`topics`, by excluded target).
   */
  doubts: z
    .strictObject({
      needless: texts,
      nothing: texts,
      denials: texts,
      undenied: texts,
      deeds: texts,
      topics: z.record(z.string(), texts.min(1)),
    })
    .default(noDoubts),
  /**
   * Words of a language wish: its own words, and patterns that refuse the language that follows (`refusals`), declare
   * weakness in the one before (`weak`), or criticise the bot (`reproaches`).
   */
  languageNames: z
    .strictObject({ words: texts, refusals: texts, weak: texts, reproaches: texts })
    .default(noLanguageName),
})
/** Vocabulary of a language. */
export type Vocabulary = z.infer<typeof vocabularySchema> & { readonly language: string }

/** Validates a file; throws with the path of the wrong field. */
export function readVocabulary(language: string, file: unknown): Vocabulary {
  const read = vocabularySchema.safeParse(file)
  if (read.success) return { language, ...read.data }
  throw new Error(`locales/understand.${language}.json: ${z.prettifyError(read.error)}`, {
    cause: read.error,
  })
}

let loaded: readonly Vocabulary[] | undefined

/** Vocabularies of all languages; files are read once. */
export function loadVocabularies(): readonly Vocabulary[] {
  loaded ??= languages.map((language) => {
    const file = new URL(`../../locales/understand.${language}.json`, import.meta.url)
    return readVocabulary(language, JSON.parse(readFileSync(file, 'utf8')))
  })
  return loaded
}
