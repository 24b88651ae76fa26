import { getCountries } from 'libphonenumber-js/max'
import type { Language, Speech } from '../../locales/index.ts'
import type { Option } from '../engine/render.ts'
import { oncePer } from '../wording/once-per.ts'

/** All countries with a telephone prefix, by their names in the person's language. */
export const countries = ({ language }: Speech): readonly Option[] => countriesIn(language)

const countriesIn = oncePer((language: Language): readonly Option[] => {
  const names = new Intl.DisplayNames(language, { type: 'region' })
  const options = getCountries().map((value) => ({ value, title: names.of(value) ?? value }))
  return options.sort((a, b) => a.title.localeCompare(b.title, language))
})

const languageNames = oncePer((language: Language) => new Intl.DisplayNames(language, { type: 'language' }))

/** Languages by their BCP 47 tags, named in the person's language. */
export function languageOptions(speech: Speech, tags: readonly string[]): Option[] {
  const names = languageNames(speech.language)
  const options = tags.map((value) => ({ value, title: capital(names.of(value) ?? value, speech) }))
  return options.sort((a, b) => a.title.localeCompare(b.title, speech.language))
}

function capital(word: string, speech: Speech): string {
  return word.slice(0, 1).toLocaleUpperCase(speech.language) + word.slice(1)
}
