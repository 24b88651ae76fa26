import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { type Language, loadSpeeches, type Speech } from '../../locales/index.ts'
import { Album } from './album.ts'
import { PlaygroundPage } from './playground-page.ts'

const speeches = loadSpeeches()
/** What nobody should ever read: a template's name, an escape, Markdown that was not rendered. */
const machinery = /\$\{|\{\{|\\|\*\*|\]\(|\bundefined\b|\bNaN\b|\[object/

/** Somebody who reads and writes one language. What stands on cards is named by its key in locales/, or by its very words. */
export class Person {
  readonly chat: PlaygroundPage
  readonly speech: Speech
  readonly #album: Album

  constructor(chat: PlaygroundPage, language: Language, album: Album) {
    this.chat = chat
    this.speech = speeches(language)
    this.#album = album
  }

  static async opening(url: string, browser: Browser, language: Language): Promise<Person> {
    return new Person(await PlaygroundPage.open(browser, url), language, new Album(browser))
  }

  says(text: string): Promise<void> {
    return this.chat.say(text)
  }

  presses(key: string, says?: object): Promise<void> {
    return this.chat.press(this.#words(key, says))
  }

  async fills(form: string, entries: Readonly<Record<string, string>>): Promise<void> {
    for (const [field, value] of Object.entries(entries)) {
      await this.chat.fill(this.#words(`${form}.labels.${field}`), value)
    }
  }

  chooses(label: string, option: string): Promise<void> {
    return this.chat.choose(this.#words(label), this.#words(option))
  }

  picks(label: string, option: string): Promise<void> {
    return this.chat.pick(this.#words(label), this.#words(option))
  }

  ticks(option: string): Promise<void> {
    return this.chat.tick(this.#words(option))
  }

  /** Waits for the next card, with the heading of that section in locales/, and pictures it. */
  async sees(section: string, says?: object, picture = section): Promise<void> {
    await this.chat.sees(this.#words(`${section}.title`, says))
    assert.doesNotMatch(await this.chat.card.innerText(), machinery)
    assert.ok(await this.chat.fits(), `the card ${section} is wider than its frame`)
    await this.#album.keepCard(`${picture}.${this.speech.language}`, this.chat)
  }

  /** Waits for words on the card. */
  reads(key: string, says?: object): Promise<void> {
    return this.chat.reads(this.#words(key, says))
  }

  /** Types line by line, and sees what answers each. */
  async converses(lines: readonly string[], sections: readonly string[]): Promise<void> {
    assert.equal(lines.length, sections.length)
    for (const [at, line] of lines.entries()) {
      await this.says(line)
      await this.sees(sections[at] ?? '')
    }
  }

  hears(key: string): Promise<void> {
    return this.chat.hears(this.#words(key))
  }

  pictures(name: string): Promise<void> {
    return this.#album.keepWindow(`${name}.${this.speech.language}`, this.chat)
  }

  /** As it is read, once it is rendered. */
  #words(key: string, says?: object): string {
    const sentence = this.speech.has(key) ? this.speech.t(key, says) : key
    return sentence.replace(/\*\*/g, '').replace(/\\(.)/g, '$1')
  }
}
