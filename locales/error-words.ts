import { z } from 'zod'
import { type ErrorWords, errorWordsSchema } from '../src/core/errors/error-words.ts'
import { languages } from './index.ts'
import { readJson } from './sentences.ts'

/** Reads locales/errors.<language>.json of all languages. Throws an Error that names file and field. */
export function loadErrorWords(project?: URL): ErrorWords[] {
  return languages.map((language) =>
    readErrorWords(language, readJson(`locales/errors.${language}.json`, project)),
  )
}

/** Validates the file of one language. Throws an Error that names it and the field. */
export function readErrorWords(language: string, file: unknown): ErrorWords {
  const read = errorWordsSchema.safeParse(file)
  if (read.success) return read.data
  throw new Error(`locales/errors.${language}.json: ${z.prettifyError(read.error)}`, { cause: read.error })
}
