import { getCountries } from 'libphonenumber-js/max'
import type { Language, Translations } from '../../locales/index.ts'
import type { Option } from '../engine/render.ts'
import { memoize } from '../wording/memoize.ts'

/** Countries with a telephone prefix, named in the person's language. */
export const countries = ({ language }: Translations): readonly Option[] => countriesIn(language)

const countriesIn = memoize((language: Language): readonly Option[] => {
  const names = new Intl.DisplayNames(language, { type: 'region' })
  const options = getCountries().map((value) => ({ value, title: names.of(value) ?? value }))
  return options.sort((a, b) => a.title.localeCompare(b.title, language))
})

const languageNames = memoize((language: Language) => new Intl.DisplayNames(language, { type: 'language' }))

/** Languages by BCP 47 tag, named in the person's language. */
export function languageOptions(translations: Translations, tags: readonly string[]): Option[] {
  const names = languageNames(translations.language)
  const options = tags.map((value) => ({ value, title: capital(names.of(value) ?? value, translations) }))
  return options.sort((a, b) => a.title.localeCompare(b.title, translations.language))
}

function capital(word: string, translations: Translations): string {
  return word.slice(0, 1).toLocaleUpperCase(translations.language) + word.slice(1)
}
