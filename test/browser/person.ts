import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { type Language, loadTranslations, type Translations } from '../../locales/index.ts'
import { Album } from './album.ts'
import { PlaygroundPage } from './playground-page.ts'

const translationsFor = loadTranslations()
type Values = Readonly<Record<string, InEachLanguage>>

/** Text that must never be visible: template names, escapes, unrendered Markdown. */
const machinery = /\$\{|\{\{|\\|\*\*|\]\(|\bundefined\b|\bNaN\b|\[object/

/** A person's own words, or a name in a list. */
export type InEachLanguage = string | (Readonly<Partial<Record<Language, string>>> & { readonly en: string })

/** A person who reads and writes one language. Text on cards is given by key in locales/ or literally. */
export class Person {
  readonly chat: PlaygroundPage
  readonly translations: Translations
  readonly #album: Album
  /** Ends the names of its pictures, where the same cards are met in several situations. */
  chapter = ''

  constructor(chat: PlaygroundPage, language: Language, album: Album) {
    this.chat = chat
    this.translations = translationsFor(language)
    this.#album = album
  }

  static async opening(
    url: string,
    browser: Browser,
    language: Language,
    album = new Album(browser),
  ): Promise<Person> {
    return new Person(await PlaygroundPage.open(browser, url), language, album)
  }

  /** By its button on the help card, in a page that is loaded anew: the Playground gets slow with every card. */
  async opens(guide: string): Promise<void> {
    await this.chat.reload()
    await this.says({ en: 'help', fr: 'aide' })
    await this.sees('help')
    await this.presses(`${guide}.name`)
  }

  /** Forgets what was begun. */
  async startsOver(): Promise<void> {
    await this.says({ en: 'start over', fr: 'recommencer' })
    await this.sees('start-over')
    await this.presses('start-over.yes')
    await this.sees('welcome', { name: ' Robin Fontaine' })
  }

  /** By typing its name, in a page that is loaded anew. */
  async asksFor(guide: string): Promise<void> {
    await this.chat.reload()
    await this.chat.say(this.#words(`${guide}.name`))
  }

  says(words: InEachLanguage): Promise<void> {
    return this.chat.say(this.#own(words))
  }

  presses(key: string, textValues?: object): Promise<void> {
    return this.chat.press(this.#words(key, textValues))
  }

  async fills(form: string, entries: Readonly<Record<string, InEachLanguage>>): Promise<void> {
    for (const [field, value] of Object.entries(entries)) {
      await this.chat.fill(this.#words(`${form}.labels.${field}`), this.#own(value))
    }
  }

  chooses(label: string, option: InEachLanguage): Promise<void> {
    return this.chat.choose(this.#words(label), this.#words(option))
  }

  picks(label: string, option: InEachLanguage): Promise<void> {
    return this.chat.pick(this.#words(label), this.#words(option))
  }

  ticks(option: InEachLanguage): Promise<void> {
    return this.chat.tick(this.#words(option))
  }

  /** Waits for the next card, with the heading of that section in locales/, and pictures it. */
  async sees(section: string, textValues: Values = {}, picture = section): Promise<void> {
    await this.chat.sees(this.#words(`${section}.title`, this.#values(textValues)))
    assert.doesNotMatch(await this.chat.card.innerText(), machinery)
    assert.ok(await this.chat.fits(), `the card ${section} is wider than its frame`)
    const names = [picture, this.chapter, this.translations.language]
    await this.#album.keepCard(names.filter((name) => name !== '').join('.'), this.chat)
  }

  /** Waits for a card with the heading of that section, whatever comes before it. */
  comesTo(section: string, textValues: Values = {}): Promise<void> {
    return this.chat.comesTo(this.#words(`${section}.title`, this.#values(textValues)))
  }

  /** Waits for words on the card. */
  reads(key: string, textValues?: object): Promise<void> {
    return this.chat.reads(this.#words(key, textValues))
  }

  /** Types line by line, and sees the section of locales/ that answers each. */
  async converses(
    lines: readonly (readonly [line: InEachLanguage, section: string, picture?: string])[],
  ): Promise<void> {
    for (const [line, section, picture] of lines) {
      await this.says(line)
      await this.sees(section, {}, picture)
    }
  }

  hears(key: string, textValues?: object): Promise<void> {
    return this.chat.hears(this.#words(key, textValues))
  }

  /** Pictures the card that was just answered, as it is left above the new one. */
  async picturesAnswered(section: string): Promise<void> {
    const name = `${section}.answered.${this.translations.language}`
    await this.chat.looksBack(() => this.#album.keepCard(name, this.chat))
  }

  /** Pictures the whole window. */
  pictures(name: string): Promise<void> {
    return this.#album.keepWindow(`${name}.${this.translations.language}`, this.chat)
  }

  #own(words: InEachLanguage): string {
    return typeof words === 'string' ? words : (words[this.translations.language] ?? words.en)
  }

  #values(textValues: Values) {
    return Object.fromEntries(Object.entries(textValues).map(([name, value]) => [name, this.#own(value)]))
  }

  /** A sentence of locales/ as it is read once it is rendered, else the words themselves. */
  #words(keyOrWords: InEachLanguage, textValues?: object): string {
    const words = this.#own(keyOrWords)
    const sentence = this.translations.has(words) ? this.translations.t(words, textValues) : words
    return sentence.replace(/\*\*/g, '').replace(/\\(.)/g, '$1')
  }
}
