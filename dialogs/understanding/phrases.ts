import { z } from 'zod'
import { dialogFiles } from '../../locales/dialog-files.ts'
import { languages } from '../../locales/index.ts'
import { requireOnce, requireSame } from '../../locales/same-keys.ts'
import { readJson } from '../../locales/sentences.ts'

const texts = z.array(z.string().trim().min(1)).min(1)

/** Guide or command → whole messages that start it (`exact`), and phrases that mean it. */
export const targetsSchema = z.record(z.string(), z.strictObject({ exact: texts, phrases: texts }))

/** Guide → beginnings of sentences that ask for it, once they name a value that it takes: "activate". */
export const asksSchema = z.record(z.string(), texts)

/** Schema of `phrases.<language>.json` beside guides, pages, reminders and answers. */
const phrasesSchema = z.strictObject({
  targets: targetsSchema.default({}),
  asks: asksSchema.default({}),
})
export type Phrases = z.infer<typeof phrasesSchema>

interface PhraseFile {
  readonly path: string
  readonly phrases: Phrases
}

/** Folders of dialogs/, in the order of their targets when a sentence decides for several. */
const rooms = ['pages', 'answers', 'guides', 'reminders']

const rankOf = (path: string): number => rooms.findIndex((room) => path.startsWith(`dialogs/${room}/`))

/** Reads the phrases of each language, in the order of `languages`. Throws an Error naming the file and its fault. */
export function readPhrases(project?: URL): readonly Phrases[] {
  const files = dialogFiles('phrases', languages, project).map((paths) =>
    paths.toSorted((a, b) => rankOf(a) - rankOf(b)).map((path) => readFile(path, project)),
  )
  requireSame(files.map((each) => each.map(({ path, phrases }) => ({ path, keys: keysOf(phrases) }))))
  return files.map(together)
}

function readFile(path: string, project?: URL): PhraseFile {
  const read = phrasesSchema.safeParse(readJson(path, project))
  if (read.success) return { path, phrases: read.data }
  throw new Error(`${path}: ${z.prettifyError(read.error)}`)
}

const keysOf = ({ targets, asks }: Phrases): string[] => [
  ...Object.keys(targets).map((id) => `targets.${id}`),
  ...Object.keys(asks).map((id) => `asks.${id}`),
]

function together(files: readonly PhraseFile[]): Phrases {
  requireOnce(files.map(({ path, phrases }) => ({ path, keys: keysOf(phrases) })))
  return {
    targets: Object.assign({}, ...files.map(({ phrases }) => phrases.targets)),
    asks: Object.assign({}, ...files.map(({ phrases }) => phrases.asks)),
  }
}
