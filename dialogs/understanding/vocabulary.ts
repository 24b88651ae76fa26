import { z } from 'zod'
import { languages } from '../../locales/index.ts'
import { readJson } from '../../locales/sentences.ts'
import { waysToSell } from '../../src/core/program/listing-class.ts'
import { asksSchema, type Phrases, readPhrases, targetsSchema } from './phrases.ts'

const texts = z.array(z.string().trim().min(1))
const synonyms = z.record(z.string().regex(/^[a-z]+( [a-z]+)*$/), texts.min(1))
const noDoubts = { needless: [], nothing: [], denials: [], undenied: [], deeds: [], topics: {} }
const noCorrections = { openers: [], verbs: [], articles: [], links: [], insteads: [], isNow: [], fields: {} }
const noLanguageName = { words: [], refusals: [], weak: [], reproaches: [] }

/** Schema of locales/understand.<language>.json, and of all phrases of that language together with it. */
export const vocabularySchema = z.strictObject({
  /** Words around a command without meaning: please, hello, thanks. */
  polite: texts,
  /** Whole messages that need only a friendly answer. */
  thanks: texts.default([]),
  /** Swearing, and sayings of people who are about to give up. */
  upset: texts.default([]),
  /** Beginnings of the line before a signature. */
  signatures: texts.default([]),
  /**
   * Words around a password or key: its names, "is", what is said in its place ("forgotten"; beginnings suffice), and names
   * of harmless numbers, such as a case number.
   */
  secrets: z.strictObject({
    names: texts.min(1),
    is: texts.min(1),
    noValue: texts,
    numbers: texts.min(1),
    /** Words between such a name and its number: "case number 12". */
    numbering: texts.optional(),
    /** Names of secrets that are digits: PIN, one-time code. */
    codes: texts.optional(),
    /** Names of payment cards and their check code. */
    checks: texts.optional(),
    cards: texts.optional(),
    /** Words before an account name that a password may follow. */
    logins: texts.optional(),
  }),
  /** Words that deny a sentence. */
  negations: texts.min(1),
  /** Beginnings of a question; one of fewer than four words is known by its mark alone. */
  questions: texts.default([]),
  /** Beginnings of what a person wants to hear again, where they begin no question: « ce qui ». */
  relatives: texts.default([]),
  /**
   * A sentence that changes an entry: openers ("actually") or verbs ("change"), articles, what people call the fields of
   * forms, what stands before the value ("to"), before a value that is replaced ("not"), and before one alone ("it's").
   */
  corrections: z
    .strictObject({
      openers: texts,
      verbs: texts,
      articles: texts,
      links: texts,
      insteads: texts.default([]),
      isNow: texts.default([]),
      fields: z.record(z.string(), texts.min(1)),
    })
    .default(noCorrections),
  /** Words between two parts of a sentence, or of a list. */
  connectives: z.strictObject({ and: texts.min(1), but: texts.min(1) }),
  /** Names of the terms of a publisher profile in Partner Center, and of no sales. */
  profiles: z
    .strictObject({
      pricing: z.record(z.enum(waysToSell), texts),
      offering: z.strictObject({ software: texts, services: texts }),
      noSales: texts,
      /** Words without meaning in a list of offers. */
      around: texts.optional(),
    })
    .optional(),
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
  /** Commands that have no page; those of guides and pages lie beside them (phrases.ts). */
  targets: targetsSchema,
  /** Beginnings of sentences that ask for a guide; they lie beside the guides. */
  asks: asksSchema.default({}),
  /** Further synonyms, which come first: concepts that are told apart in sentences, but not where words are spelt. */
  finerSynonyms: synonyms.default({}),
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
  loaded ??= readVocabularies()
  return loaded
}

/** Throws an Error that names the file and what is wrong or missing. */
export function readVocabularies(project?: URL): readonly Vocabulary[] {
  const phrases = readPhrases(project)
  return languages.map((language, index) => {
    const common = readVocabulary(language, readJson(`locales/understand.${language}.json`, project))
    return withPhrases(common, phrases[index] ?? { targets: {}, asks: {} })
  })
}

const withPhrases = (common: Vocabulary, { targets, asks }: Phrases): Vocabulary => ({
  ...common,
  asks,
  targets: { ...common.targets, ...targets },
})
