import { readdirSync } from 'node:fs'
import { type ErrorIndex, indexErrors } from '../../core/errors/error-index.ts'
import { errorFileSchema, errorsIn, type KnownError } from '../../core/errors/known-error.ts'
import { invalid } from '../program-error.ts'
import { readFile } from '../read-file.ts'
import { errorWords } from './pasted.ts'

/** Reads all JSON files of a folder, by default this one. Throws ProgramError naming file, field and expected value. */
export function loadErrors(folder: URL = new URL('.', import.meta.url)): ErrorIndex {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const errors = files.flatMap((file) =>
    errorsIn(readFile(new URL(file, folder), `errors/${file}`, errorFileSchema)),
  )
  const problem = [...repeated(errors, ({ id }) => [id]), ...repeated(errors, ({ codes = [] }) => codes)][0]
  if (problem !== undefined) throw invalid('errors', `${problem}: expected in one error only`)
  return indexErrors(errors, errorWords)
}

function repeated(
  errors: readonly KnownError[],
  namesOf: (error: KnownError) => readonly string[],
): string[] {
  const names = errors.flatMap(namesOf)
  return names.filter((name, at) => names.indexOf(name) !== at)
}
