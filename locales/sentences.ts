import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { dialogFiles, projectFolder } from './dialog-files.ts'
import { requireOnce } from './same-keys.ts'
import { typeset } from './typography.ts'

/** Sentences by key, nested; a list holds alternatives. */
export type Sentences = { readonly [key: string]: string | readonly string[] | Sentences }
const sentencesSchema: z.ZodType<Sentences> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), z.array(z.string()), sentencesSchema])),
)

/** One file of sentences; `path` is relative to the project. */
export interface SentenceFile {
  readonly path: string
  readonly sentences: Sentences
}

/** Reads, per language, the common sentences and those of guides, pages, reminders and answers. */
export function sentenceFiles(languages: readonly string[], project = projectFolder): SentenceFile[][] {
  const beside = dialogFiles('words', languages, project)
  return languages.map((language, index) =>
    [`locales/${language}.json`, ...(beside[index] ?? [])].map((path) => ({
      path,
      sentences: readSentences(path, language, project),
    })),
  )
}

/** Merges files into one object. Throws if two have the same text. */
export function merged(files: readonly SentenceFile[]): Sentences {
  requireOnce(files.map(({ path, sentences }) => ({ path, keys: [...textsIn(sentences).keys()] })))
  return files.reduce<Sentences>((all, { sentences }) => together(all, sentences), {})
}

function together(one: Sentences, other: Sentences): Sentences {
  const added = Object.entries(other).map(([key, value]) => {
    const known = one[key]
    return [key, isSection(known) && isSection(value) ? together(known, value) : value]
  })
  return { ...one, ...Object.fromEntries(added) }
}

const isSection = (each: Sentences[string] | undefined): each is Sentences =>
  typeof each === 'object' && !Array.isArray(each)

/** Lists every text by its dotted key; a list counts as several texts. */
export function textsIn(node: unknown, key = ''): Map<string, string> {
  if (typeof node === 'string') return new Map([[key, node]])
  if (typeof node !== 'object' || node === null) return new Map()
  return new Map(
    Object.entries(node).flatMap(([name, child]) => [...textsIn(child, key ? `${key}.${name}` : name)]),
  )
}

/** Tells the keys of words that people type, whose number differs by language. */
export const isVocabulary = (key: string) => key.includes('.words.')

/** Lists the keys required in every language. */
export const keysIn = (sentences: Sentences): string[] =>
  [...textsIn(sentences).keys()].filter((key) => !isVocabulary(key))

function readSentences(path: string, language: string, project: URL): Sentences {
  const typed = (_: string, each: unknown) => (typeof each === 'string' ? typeset(each, language) : each)
  const read = sentencesSchema.safeParse(readJson(path, project, typed))
  if (read.success) return read.data
  throw new Error(`${path}: ${z.prettifyError(read.error)}`)
}

/** Reads a JSON file. Throws an Error naming it if it is missing or invalid. */
export function readJson(
  path: string,
  project = projectFolder,
  revive?: (key: string, value: unknown) => unknown,
): unknown {
  try {
    return JSON.parse(readFileSync(new URL(path, project), 'utf8'), revive)
  } catch (error) {
    throw new Error(`${path} cannot be read: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}
