import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { languages } from '../../locales/index.ts'
import { waysToSell } from '../../src/core/program/listing-class.ts'

const texts = z.array(z.string().trim().min(1))
const synonyms = z.record(z.string().regex(/^[a-z]+( [a-z]+)*$/), texts.min(1))
const noDecisive = { synonyms: {}, phrases: {} }
const noDoubts = { needless: [], nothing: [], denials: [], undenied: [], deeds: [], topics: {} }
const noLanguageName = { words: [], refusals: [], weak: [], reproaches: [] }

/** What locales/understand.<language>.json holds. */
export const vocabularySchema = z.strictObject({
  /** Words around a command that do not change it: please, hello, thanks. */
  polite: texts,
  /** Whole messages that want no answer but a friendly one. */
  thanks: texts.default([]),
  /** How a line begins after which only a signature follows. */
  signatures: texts.default([]),
  /**
   * Words around a password or key: its names, "is", what people say in its place (the beginning of a word will do), and
   * the names of numbers that are no secret, such as that of a case.
   */
  secrets: z.strictObject({
    names: texts.min(1),
    is: texts.min(1),
    excuses: texts,
    numbers: texts.min(1),
    /** Words between such a name and its number: "case number 12". */
    numbering: texts.optional(),
    /** Names of secrets that are digits: PIN, one-time code. */
    codes: texts.optional(),
    /** Names of the check of a bank card, and of such a card. */
    checks: texts.optional(),
    cards: texts.optional(),
    /** Words before the name of an account that a password may follow. */
    logins: texts.optional(),
  }),
  /** Words that deny a sentence. */
  negations: texts.min(1),
  /** Words between two parts of a sentence, or of a list. */
  connectives: z.strictObject({ and: texts.min(1), but: texts.min(1) }),
  /** How people name what Partner Center asks of a publisher profile, and sales of nothing. */
  profiles: z
    .strictObject({
      pricing: z.record(z.enum(waysToSell), texts),
      offering: z.strictObject({ software: texts, services: texts }),
      noSales: texts,
    })
    .optional(),
  /** Words before the extension of a phone number. */
  extensions: texts.min(1),
  /** Words that tell nothing about what the person wants. */
  ignored: texts,
  /** Words of other matters that look like ours when mistaken for a slip of the finger: lunch is not launch. */
  everyday: texts,
  /** Concept → the ways to say it, or several at once ("changed" is "change past"); of one name in every language. */
  synonyms,
  /** Guide or command → whole messages that start it, and things that people say when they mean it. */
  targets: z.record(z.string(), z.strictObject({ exact: texts.min(1), phrases: texts.min(1) })),
  /**
   * Phrases that settle a sentence, whatever else it says: concepts that are told apart here and not above (`synonyms`), and
   * the few words that are enough for a guide, page or answer (`phrases`).
   */
  decisive: z.strictObject({ synonyms, phrases: z.record(z.string(), texts.min(1)) }).default(noDecisive),
  /**
   * Patterns (word-pattern.ts) of what has the words of a target and does not ask for it: that what follows is not
   * wanted (`denials`, unless it begins as one of `undenied`) or, where it is a command, `nothing`; that what is before
   * is `needless`; that another did it (`deeds`); or other matters (`topics`, by the targets that they are not).
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
   * The words of a wish for a language: those that it is made of, and patterns that refuse the language named after them
   * (`refusals`), say how badly one speaks the one named before (`weak`), or reproach the bot (`reproaches`).
   */
  languageNames: z
    .strictObject({ words: texts, refusals: texts, weak: texts, reproaches: texts })
    .default(noLanguageName),
})
export type Vocabulary = z.infer<typeof vocabularySchema> & { readonly language: string }

/** Throws with the field's path when a file is wrong. */
export function readVocabulary(language: string, file: unknown): Vocabulary {
  const read = vocabularySchema.safeParse(file)
  if (read.success) return { language, ...read.data }
  throw new Error(`locales/understand.${language}.json: ${z.prettifyError(read.error)}`, {
    cause: read.error,
  })
}

/** The vocabulary of a language from its file in a folder, whose address ends with a slash. */
export function vocabularyIn(folder: URL, language: string): Vocabulary {
  const file = readFileSync(new URL(`understand.${language}.json`, folder), 'utf8')
  return readVocabulary(language, JSON.parse(file))
}

const locales = new URL('../../locales/', import.meta.url)
let loaded: readonly Vocabulary[] | undefined

/** The vocabulary of every language that the bot speaks; the files are read once. */
export function loadVocabularies(): readonly Vocabulary[] {
  loaded ??= languages.map((language) => vocabularyIn(locales, language))
  return loaded
}
