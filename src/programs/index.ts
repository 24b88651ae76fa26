import type { Program } from '../core/program.ts'

/** The program versions that the bot knows. */
export interface Programs {
  readonly byId: ReadonlyMap<string, Program>
  readonly default: Program
  /** The version of this id. Throws ProgramError when there is none. */
  of(id: string): Program
}

export class ProgramError extends Error {
  override readonly name = 'ProgramError'
  readonly code: 'invalid' | 'unknown'
  constructor(code: 'invalid' | 'unknown', message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Reads every program file of this folder. Throws ProgramError naming file and field. */
export function loadPrograms(): Programs {
  throw new ProgramError('unknown', 'no program files yet')
}
