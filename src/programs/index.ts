import { readdirSync } from 'node:fs'
import type { ErrorIndex } from '../core/errors/error-index.ts'
import type { Program } from '../core/program/program.ts'
import { programSchema } from '../core/program/program-schema.ts'
import type { Situation } from '../core/program/program-vocabulary.ts'
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
  /** Returns the version that companies in a situation belong to; undefined if the situation does not tell. */
  in(situation: Situation): Program | undefined
}

/** Reads all JSON files of a folder, by default this one. Throws ProgramError naming file, field and expected value. */
export function loadPrograms(folder: URL = new URL('.', import.meta.url)): Programs {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const byId = new Map(files.map((file) => [nameOf(file), read(new URL(file, folder), file)]))
  const programs = [...byId.values()]
  checkSituations(programs)
  return {
    byId,
    default: theDefault(programs),
    errors: loadErrors(),
    of: (id) => find(byId, id),
    in: (situation) => programs.find((program) => program.situations.includes(situation)),
  }
}

const nameOf = (file: string) => file.replace(/\.json$/, '')

function read(url: URL, file: string): Program {
  const program = readFile(url, file, programSchema)
  if (program.id !== nameOf(file)) throw invalid(file, `id: expected '${nameOf(file)}', the file's name`)
  return program
}

/** Throws ProgramError if a situation belongs to several programs. */
function checkSituations(programs: readonly Program[]): void {
  const named = programs.flatMap((program) => program.situations)
  const repeated = named.find((situation, at) => named.indexOf(situation) !== at)
  if (repeated)
    throw new ProgramError('invalid', `situations: expected only one program file to have '${repeated}'`)
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
