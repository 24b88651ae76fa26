import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import { z } from 'zod'
import { escapeMarkdown, plainName } from '../cards/markdown.ts'
import { typeset } from './typography.ts'

/** Languages of the bot. A new one needs an entry here and its files. */
export const languages = ['en', 'fr'] as const
export const languageSchema = z.enum(languages)
export type Language = z.infer<typeof languageSchema>
/** Language for people whose own the bot does not have. */
export const defaultLanguage: Language = 'en'

type Sentences = { readonly [key: string]: string | readonly string[] | Sentences }
const sentences: z.ZodType<Sentences> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), z.array(z.string()), sentences])),
)

/** Texts of the bot in one language. Inserted values are escaped for Markdown, except in `{{- these}}`. */
export interface Translations {
  readonly language: Language
  /** Returns one sentence. Throws for an unknown key. */
  t(key: string, values?: object): string
  has(key: string): boolean
  /** Returns all sentences under a key, with values inserted. Throws for an unknown key. */
  section(key: string, values?: object): Readonly<Record<string, unknown>>
  money(dollars: number): string
  date(day: string): string
  /** Formats a distance in days: "today", "in 3 days". */
  inDays(days: number): string
  list(items: readonly string[]): string
}

/** Returns the translations of a language. */
export type TranslationsFor = (language: Language) => Translations

/** Returns the bot's best language for a BCP 47 tag. */
export function languageFor(tag: string | undefined): Language {
  const base = languageSchema.safeParse(tag?.toLowerCase().split(/[-_]/)[0])
  return base.success ? base.data : defaultLanguage
}

/** Returns the language named in a text, in any language: "en français", "English please". */
export function languageNamed(text: string): Language | undefined {
  const said = text.toLowerCase()
  return languages.find((language) =>
    languages.some((inLanguage) => said.includes(nameOf(language, inLanguage).toLowerCase())),
  )
}

/** Tells whether a text is only the name of a language of the bot. */
export function isLanguageName(text: string): boolean {
  const said = text.trim().toLowerCase()
  return languages.some((language) =>
    languages.some((inLanguage) => said === nameOf(language, inLanguage).toLowerCase()),
  )
}

/** Returns a language's name as written within a sentence: English, français. */
export function nameOf(language: Language, inLanguage: Language): string {
  return new Intl.DisplayNames(inLanguage, { type: 'language' }).of(language) ?? language
}

/** Reads all sentences of a language, with those of the answers under `answers`. */
export function sentencesOf(language: Language): Sentences {
  return {
    ...sentencesIn(`${language}.json`, language),
    answers: sentencesIn(`answers.${language}.json`, language),
  }
}

function sentencesIn(name: string, language: Language): Sentences {
  const file = readFileSync(new URL(name, import.meta.url), 'utf8')
  const typed = (_: string, each: unknown) => (typeof each === 'string' ? typeset(each, language) : each)
  return sentences.parse(JSON.parse(file, typed))
}

/** Loads the translations of all languages. Throws for an invalid file. */
export function loadTranslations(): TranslationsFor {
  const translationsFor = new Map(languages.map((language) => [language, speak(language)]))
  return (language) => translationsFor.get(language) ?? speak(language)
}

function speak(language: Language): Translations {
  const i18n = createInstance({
    lng: language,
    resources: { [language]: { translation: sentencesOf(language) } },
    initAsync: false,
    showSupportNotice: false,
    interpolation: { escape: escapeMarkdown },
  })
  void i18n.init()
  const said = fixedOnce((key) => i18n.getResource(language, 'translation', key))
  const money = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: 0,
  })
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const away = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const list = new Intl.ListFormat(language)
  return {
    language,
    has: (key) => i18n.exists(key),
    t: (key, values) =>
      z.string().parse(said(key, () => found(i18n.t(key, withPlainNames(values)), key, language))),
    section: (key, values) =>
      sectionSchema.parse(
        said(key, () =>
          found(i18n.t(key, { ...withPlainNames(values), returnObjects: true }), key, language),
        ),
      ),
    money: (dollars) => money.format(dollars),
    inDays: (days) => away.format(days, 'day'),
    date: (date) => day.format(new Date(date)),
    list: (items) => list.format(items),
  }
}

/** Keys of values that are names of people. */
const nameKeys = new Set(['name', 'names', 'who'])

const withPlainNames = (values: object = {}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string' && nameKeys.has(key) ? plainName(value) : value,
    ]),
  )

/** Caches texts without placeholders, which i18next would search again each time. */
function fixedOnce(raw: (key: string) => unknown) {
  const fixed = new Map<string, unknown>()
  const open = new Set<string>()
  return (key: string, say: () => unknown): unknown => {
    if (fixed.has(key)) return fixed.get(key)
    const text = say()
    if (open.has(key)) return text
    if (hasPlaces(raw(key))) open.add(key)
    else fixed.set(key, text)
    return text
  }
}

/** Plural forms have no entry under the plain key. */
const hasPlaces = (raw: unknown): boolean => raw === undefined || /\{\{|\$t\(/.test(JSON.stringify(raw))

const sectionSchema = z.record(z.string(), z.unknown())

function found(text: unknown, key: string, language: string): unknown {
  if (text === key) throw new Error(`locales/${language}.json has no "${key}"`)
  return text
}
