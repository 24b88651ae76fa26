import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const folder = new URL('../dialogs/', import.meta.url)
const sentencesSchema = z.record(z.string(), z.array(z.string()))

/** Sentences that people may type, by the id of the guide, page or answer that they mean: test/dialogs/**\/sentences.<language>.json. */
export function typedSentences(language: string): Readonly<Record<string, readonly string[]>> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|[\\/])sentences\.\w+\.json$/.test(path) && path.endsWith(`.${language}.json`))
    .sort()
  const files = paths.map((path) =>
    sentencesSchema.parse(JSON.parse(readFileSync(new URL(path, folder), 'utf8'))),
  )
  return Object.assign({}, ...files)
}
