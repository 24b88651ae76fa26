import { createInstance } from 'i18next'
import { z } from 'zod'
import { escapeMarkdown, plainName } from '../cards/markdown.ts'
import { requireSame } from './same-keys.ts'
import { keysIn, merged, type SentenceFile, sentenceFiles } from './sentences.ts'

/** Languages of the bot. A new one needs an entry here and its files. */
export const languages = ['en', 'fr'] as const
export const languageSchema = z.enum(languages)
export type Language = z.infer<typeof languageSchema>
/** Language for people whose own the bot does not have. */
export const defaultLanguage: Language = 'en'

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

/** Loads the translations of all languages. Throws an Error naming the file and the key that one language lacks. */
export function loadTranslations(project?: URL): TranslationsFor {
  const files = sentenceFiles(languages, project)
  requireSame(files.map((each) => each.map(({ path, sentences }) => ({ path, keys: keysIn(sentences) }))))
  const translationsFor = new Map(
    languages.map((language, index) => [language, speak(language, files[index] ?? [])]),
  )
  return (language) => translationsFor.get(language) ?? notLoaded(language)
}

function notLoaded(language: string): never {
  throw new Error(`No sentences are loaded for ${language}`)
}

function speak(language: Language, files: readonly SentenceFile[]): Translations {
  const i18n = createInstance({
    lng: language,
    resources: { [language]: { translation: merged(files) } },
    initAsync: false,
    showSupportNotice: false,
    interpolation: { escape: escapeMarkdown },
  })
  void i18n.init()
  const fixed = fixedOnce((key) => i18n.getResource(language, 'translation', key))
  const found = finder(language, files)
  const said = (key: string, values?: object) =>
    fixed(key, () => i18n.t(key, { ...withPlainNames(values), returnObjects: true }))
  const money = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: 0,
  })
  const day = dayWriter(language)
  const away = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const list = new Intl.ListFormat(language)
  return {
    language,
    has: (key) => i18n.exists(key),
    t: (key, values) => found(key, sentenceSchema, said(key, values)),
    section: (key, values) => found(key, sectionSchema, said(key, values)),
    money: (dollars) => money.format(dollars),
    inDays: (days) => away.format(days, 'day'),
    date: (date) => day(new Date(date)),
    list: (items) => list.format(items),
  }
}

/** First day of a month, where a language does not write it with the plain number. */
const firstDay: Readonly<Partial<Record<Language, string>>> = { fr: '1er' }

/** Writes days by the rules of the language; Intl knows no ordinal numbers within dates. */
function dayWriter(language: Language): (day: Date) => string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const first = firstDay[language]
  return (day) => {
    if (first === undefined || day.getUTCDate() !== 1) return format.format(day)
    const parts = format.formatToParts(day)
    return parts.map(({ type, value }) => (type === 'day' ? first : value)).join('')
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

const sentenceSchema = z.string()
const sectionSchema = z.record(z.string(), z.unknown())

/** Creates the check of i18next's results, which are the key itself if it is missing. Errors name file and key. */
function finder(language: Language, files: readonly SentenceFile[]) {
  return <T>(key: string, schema: z.ZodType<T>, text: unknown): T => {
    const path = nearestFile(files, key)?.path
    if (text === key) throw new Error(`${path ?? nowhere(language)} has no "${key}"`)
    const read = schema.safeParse(text)
    if (read.success) return read.data
    const [is, wanted] = typeof text === 'string' ? ['sentence', 'section'] : ['section', 'sentence']
    throw new Error(`${path}: "${key}" is a ${is}, not a ${wanted}`)
  }
}

/** Finds the file that has the key, or else most of its beginning. */
function nearestFile(files: readonly SentenceFile[], key: string): SentenceFile | undefined {
  const parts = key.split('.')
  const starts = parts.map((_, cut) => parts.slice(0, parts.length - cut))
  const has = ({ sentences }: SentenceFile, start: readonly string[]) =>
    start.reduce<unknown>((node, part) => Object(node)[part], sentences) !== undefined
  return starts.flatMap((start) => files.filter((file) => has(file, start)))[0]
}

const nowhere = (language: Language) =>
  `Neither locales/${language}.json nor a words.${language}.json in dialogs/`
