import { z } from 'zod'

/** Text in several languages, by BCP 47 tag; English is required. */
export const localizedSchema = z.object({ en: z.string().min(1) }).catchall(z.string().min(1))
export type Localized = z.infer<typeof localizedSchema>

/** Returns the text in this language, else in its base language ('fr' for 'fr-CA'), else in English. */
export function localized(text: Localized, language: string): string {
  const wanted = language.toLowerCase()
  const base = wanted.split('-')[0]
  const tags = Object.keys(text)
  const tag =
    tags.find((each) => each.toLowerCase() === wanted) ?? tags.find((each) => each.toLowerCase() === base)
  return (tag !== undefined && text[tag]) || text.en
}
