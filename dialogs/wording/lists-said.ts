import { z } from 'zod'
import type { Translations } from '../../locales/index.ts'
import { wordsOf } from '../understanding/normalize.ts'

const wordLists = z.record(z.string(), z.array(z.string()))

/** Word lists under a section, by name. */
export const wordsIn = (
  translations: Translations,
  section: string,
): Readonly<Record<string, readonly string[]>> => wordLists.parse(translations.section(section))

/** Names of the word lists under a section of which a text has one. */
export function listsSaid(translations: Translations, section: string, text: string): string[] {
  const said = ` ${wordsOf(text).join(' ')} `
  const isSaid = (words: string) => said.includes(` ${wordsOf(words).join(' ')} `)
  return Object.entries(wordsIn(translations, section)).flatMap(([name, list]) =>
    list.some(isSaid) ? [name] : [],
  )
}
