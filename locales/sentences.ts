import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { dialogFiles, projectFolder } from './dialog-files.ts'
import { typeset } from './typography.ts'

export type Sentences = { readonly [key: string]: string | readonly string[] | Sentences }
const sentencesSchema: z.ZodType<Sentences> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), z.array(z.string()), sentencesSchema])),
)

/** One file of sentences; `path` is from the project's folder. */
export interface SentenceFile {
  readonly path: string
  readonly sentences: Sentences
}

/** The common sentences of a language, and then those beside guides, pages, reminders and answers. */
export function sentenceFiles(
  language: string,
  languages: readonly string[],
  project = projectFolder,
): SentenceFile[] {
  const paths = [`locales/${language}.json`, ...dialogFiles('words', language, languages, project)]
  return paths.map((path) => ({ path, sentences: readSentences(path, language, project) }))
}

/** All sentences in one object. Throws when two files have the same first key. */
export function merged(files: readonly SentenceFile[]): Sentences {
  const owners = new Map<string, string>()
  for (const { path, sentences } of files) {
    for (const key of Object.keys(sentences)) {
      if (owners.has(key)) throw new Error(`${path} has "${key}", which is in ${owners.get(key)}`)
      owners.set(key, path)
    }
  }
  return Object.assign({}, ...files.map(({ sentences }) => sentences))
}

function readSentences(path: string, language: string, project: URL): Sentences {
  const typed = (_: string, each: unknown) => (typeof each === 'string' ? typeset(each, language) : each)
  const read = sentencesSchema.safeParse(readJson(path, project, typed))
  if (read.success) return read.data
  throw new Error(`${path}: ${z.prettifyError(read.error)}`)
}

/** Throws an Error that names the file when it is missing or no JSON. */
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
