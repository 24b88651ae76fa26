import { readdirSync } from 'node:fs'
import type { ErrorIndex } from '../core/errors/error-index.ts'
import type { Program } from '../core/program/program.ts'
import { programSchema } from '../core/program/program-schema.ts'
import { loadErrors } from './errors/index.ts'
import { invalid, ProgramError } from './program-error.ts'
import { readFile } from './read-file.ts'

/** Known program versions. */
export interface Programs {
  readonly byId: ReadonlyMap<string, Program>
  /** Version for new companies. */
  readonly default: Program
  /** Errors of Partner Center and its sign-in, the same for all versions. */
  readonly errors: ErrorIndex
  /** Returns a version by id. Throws ProgramError 'unknown'. */
  of(id: string): Program
}

/** Reads all JSON files of a folder, by default this one. Throws ProgramError naming file, field and expected value. */
export function loadPrograms(folder: URL = new URL('.', import.meta.url)): Programs {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const byId = new Map(files.map((file) => [nameOf(file), read(new URL(file, folder), file)]))
  const programs = [...byId.values()]
  for (const program of programs) checkSuccession(program, byId)
  return { byId, default: theDefault(programs), of: (id) => find(byId, id), errors: loadErrors() }
}

const nameOf = (file: string) => file.replace(/\.json$/, '')

function read(url: URL, file: string): Program {
  const program = readFile(url, file, programSchema)
  if (program.id !== nameOf(file)) throw invalid(file, `id: expected '${nameOf(file)}', the file's name`)
  return program
}

function checkSuccession({ id, successor }: Program, byId: ReadonlyMap<string, Program>): void {
  const visited = [id]
  for (let next = successor; next !== undefined; next = byId.get(next)?.successor) {
    if (!byId.has(next))
      throw invalid(`${id}.json`, `successor: expected one of ${[...byId.keys()].join(', ')}`)
    if (visited.includes(next)) throw invalid(`${id}.json`, `successor: expected an end, but ${next} returns`)
    visited.push(next)
  }
}

function theDefault(programs: readonly Program[]): Program {
  const [first, ...others] = programs.filter((program) => program.default)
  if (first === undefined) throw new ProgramError('invalid', 'default: expected one program file to have it')
  if (others.length > 0)
    throw invalid(`${others[0]?.id}.json`, `default: expected only ${first.id} to have it`)
  return first
}

function find(byId: ReadonlyMap<string, Program>, id: string): Program {
  const program = byId.get(id)
  if (program === undefined) throw new ProgramError('unknown', `There is no program '${id}'`)
  return program
}
