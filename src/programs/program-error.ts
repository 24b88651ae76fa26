/** Something wrong with the files of the programs, or with what is asked of them. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError'
  readonly code: 'invalid' | 'unknown'
  constructor(code: 'invalid' | 'unknown', message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** A file of this folder, and what is wrong with it. */
export const invalid = (file: string, problem: string, cause?: unknown): ProgramError =>
  new ProgramError('invalid', `src/programs/${file}\n  ${problem}`, { cause })
