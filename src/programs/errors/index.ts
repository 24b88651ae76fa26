import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { type ErrorIndex, indexErrors } from '../../core/errors/error-index.ts'
import { errorFileSchema, errorsIn, type KnownError } from '../../core/errors/known-error.ts'

/** Reads every JSON file of a folder, this one unless told. Throws an Error naming file, field and what was expected. */
export function loadErrors(folder: URL = new URL('.', import.meta.url)): ErrorIndex {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const errors = files.flatMap((file) => read(new URL(file, folder), file))
  const problem = [...repeated(errors, ({ id }) => [id]), ...repeated(errors, ({ codes = [] }) => codes)][0]
  if (problem !== undefined) throw new Error(`src/programs/errors\n  ${problem}: expected in one error only`)
  return indexErrors(errors)
}

function read(url: URL, file: string): KnownError[] {
  const parsed = errorFileSchema.safeParse(JSON.parse(readFileSync(url, 'utf8')))
  if (!parsed.success) throw new Error(`src/programs/errors/${file}\n  ${problems(parsed.error)}`)
  return errorsIn(parsed.data)
}

const problems = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${z.core.toDotPath(path)}: ${message}`).join('\n  ')

function repeated(
  errors: readonly KnownError[],
  namesOf: (error: KnownError) => readonly string[],
): string[] {
  const names = errors.flatMap(namesOf)
  return names.filter((name, at) => names.indexOf(name) !== at)
}
