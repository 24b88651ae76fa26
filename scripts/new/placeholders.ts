import type { Language } from '../../locales/index.ts'

interface Placeholders {
  readonly ready: string
  readonly receipt: string
}

/** Sentences that a new guide begins with; short ones, which may stand in English where a language has none here. */
const placeholders: Readonly<Partial<Record<Language, Placeholders>>> & { readonly en: Placeholders } = {
  en: { ready: 'Ready to begin?', receipt: 'That was all' },
  fr: { ready: 'On commence ?', receipt: 'C’est terminé' },
}

/** Sentences in a language, else in English. */
export const placeholdersIn = (language: Language): Placeholders => placeholders[language] ?? placeholders.en
