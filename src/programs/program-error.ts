/** Invalid program file, or request for an unknown program. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError'
  readonly code: 'invalid' | 'unknown'
  constructor(code: 'invalid' | 'unknown', message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Creates an error about a file of this folder. */
export const invalid = (file: string, problem: string, cause?: unknown): ProgramError =>
  new ProgramError('invalid', `src/programs/${file}\n  ${problem}`, { cause })
