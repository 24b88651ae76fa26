import { z } from 'zod'
import { type Language, loadTranslations } from '../locales/index.ts'
import { readJson } from '../locales/sentences.ts'
import { typeset } from '../locales/typography.ts'

const text = z.string().min(1)
const wordsSchema = z.strictObject({
  name: z.strictObject({ short: text, full: text }),
  description: z.strictObject({ short: text, full: text }),
})

/** Texts of the app in Teams in one language; a command's title is the bot's own name for it. */
export interface Words extends z.infer<typeof wordsSchema> {
  titleOf(id: string): string
  descriptionOf(id: string): string
}

/** Reads appPackage/<language>.json. Throws with the field's path if it is incomplete. */
export function readWords(language: Language): Words {
  const typed = (_: string, each: unknown) => (typeof each === 'string' ? typeset(each, language) : each)
  const translations = loadTranslations()(language)
  const words = wordsSchema.parse(readJson(`appPackage/${language}.json`, undefined, typed))
  return {
    ...words,
    descriptionOf: (id) => translations.t(`${id}.command`),
    titleOf: (id) => translations.t(`${id}.name`),
  }
}
