import type { Language, Translations } from '../../../locales/index.ts'

/** The language of the conversation. */
export interface Localization {
  readonly translations: Translations
  speakIn(language: Language): void
}
