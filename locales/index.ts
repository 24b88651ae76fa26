import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import { z } from 'zod'
import { escapeMarkdown, plainName } from '../cards/markdown.ts'
import { typeset } from './typography.ts'

/** The languages that the bot speaks. Adding one is a word here and its file. */
export const languages = ['en', 'fr'] as const
export const languageSchema = z.enum(languages)
export type Language = z.infer<typeof languageSchema>
export const defaultLanguage: Language = 'en'

type Sentences = { readonly [key: string]: string | readonly string[] | Sentences }
const sentences: z.ZodType<Sentences> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), z.array(z.string()), sentences])),
)

/** What the bot says in one language. Values put into a sentence are escaped for Markdown, `{{- these}}` are not. */
export interface Translations {
  readonly language: Language
  /** One sentence. Throws when the key does not exist. */
  t(key: string, values?: object): string
  has(key: string): boolean
  /** All sentences under a key, with the values put in. */
  section(key: string, values?: object): Readonly<Record<string, unknown>>
  money(dollars: number): string
  date(day: string): string
  /** How far away a day is: "today", "in 3 days". */
  inDays(days: number): string
  list(items: readonly string[]): string
}

export type TranslationsFor = (language: Language) => Translations

/** The best language that the bot has for a BCP 47 tag. */
export function languageFor(tag: string | undefined): Language {
  const base = languageSchema.safeParse(tag?.toLowerCase().split(/[-_]/)[0])
  return base.success ? base.data : defaultLanguage
}

/** The language that a text names in any of them: "en français", "English please". */
export function languageNamed(text: string): Language | undefined {
  const said = text.toLowerCase()
  return languages.find((language) =>
    languages.some((inLanguage) => said.includes(nameOf(language, inLanguage).toLowerCase())),
  )
}

/** Whether a text is nothing but the name of a language that the bot speaks. */
export function isLanguageName(text: string): boolean {
  const said = text.trim().toLowerCase()
  return languages.some((language) =>
    languages.some((inLanguage) => said === nameOf(language, inLanguage).toLowerCase()),
  )
}

/** As it is written within a sentence: English, français. */
export function nameOf(language: Language, inLanguage: Language): string {
  return new Intl.DisplayNames(inLanguage, { type: 'language' }).of(language) ?? language
}

/** Every sentence of a language: its file, and under `answers` that of the answers. */
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

/** Values that are names of people, in every sentence. */
const nameKeys = new Set(['name', 'names', 'who'])

const withPlainNames = (values: object = {}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string' && nameKeys.has(key) ? plainName(value) : value,
    ]),
  )

/** What has no place for values is said alike each time: i18next would search every sentence for one again. */
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

/** Plural forms have no entry of their own. */
const hasPlaces = (raw: unknown): boolean => raw === undefined || /\{\{|\$t\(/.test(JSON.stringify(raw))

const sectionSchema = z.record(z.string(), z.unknown())

function found(text: unknown, key: string, language: string): unknown {
  if (text === key) throw new Error(`locales/${language}.json has no "${key}"`)
  return text
}
