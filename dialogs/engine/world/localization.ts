import type { Language, Translations } from '../../../locales/index.ts'

/** Place of the person, in the words of this turn's client. */
export interface ClientPlace {
  readonly locale?: string | undefined
  readonly country?: string | undefined
  /** IANA or Windows name. */
  readonly timeZone?: string | undefined
}

/** The language of the conversation, and where its client is. */
export interface Localization {
  readonly translations: Translations
  readonly clientPlace: ClientPlace
  speakIn(language: Language): void
}
