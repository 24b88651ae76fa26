import { type Language, loadTranslations, type Translations } from '../../locales/index.ts'
import type { Entries } from '../support/client/card-input.ts'

/** One thing that a person does, and the heading of the card on which it ends. */
export type ScriptStep = { readonly sees: string } & (
  | { readonly types: string }
  | { readonly clicks: string; readonly fills: Entries }
)

type InEachLanguage = Readonly<Partial<Record<Language, string>>> & { readonly en: string }

const translationsFor = loadTranslations()

/** Writes the steps of a script in one language: what stands on cards by its key in locales/, what is typed as it is. */
export class Voice {
  readonly language: Language
  readonly #translations: Translations

  constructor(language: Language) {
    this.language = language
    this.#translations = translationsFor(language)
  }

  /** The person's own words. */
  own = (words: InEachLanguage): string => words[this.language] ?? words.en

  words = (key: string): string => this.#translations.t(key)

  /** Fills in the card and clicks a button; `section` has the title of the card that follows, with its values. */
  clicks = (button: string, section: string, fills: Entries = {}, values = {}): ScriptStep => ({
    clicks: this.words(button),
    fills,
    sees: this.#title(section, values),
  })

  types = (words: InEachLanguage, section: string, values = {}): ScriptStep => ({
    types: this.own(words),
    sees: this.#title(section, values),
  })

  #title(section: string, values: object): string {
    return this.#translations.t(`${section}.title`, values)
  }
}
