import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { typesetByKey } from '../../locales/typography.ts'
import { invalid } from './program-error.ts'

/** Reads a JSON file by its schema, its French texts typeset. Throws ProgramError with `name`, the field and the expected value. */
export function readFile<S extends z.ZodType>(url: URL, name: string, schema: S): z.output<S> {
  const parsed = schema.safeParse(parseJson(readFileSync(url, 'utf8'), name))
  if (!parsed.success) throw invalid(name, problems(parsed.error), parsed.error)
  return parsed.data
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text, typesetByKey)
  } catch (cause) {
    throw invalid(name, 'expected JSON', cause)
  }
}

const problems = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${z.core.toDotPath(path)}: ${message}`).join('\n  ')
