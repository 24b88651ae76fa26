import { OccupiedError } from '../../src/archive/import-archive.ts'
import { ArchiveError } from '../../src/archive/lines.ts'
import { ConfigError } from '../../src/config/config.ts'
import { StoreError } from '../../src/store/ports.ts'

/** Wrong usage of a command. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly code = 'usage'
}

/** Runs a command and resolves to its exit code. Expected errors are printed as one line. */
export async function reported(work: () => Promise<void>): Promise<number> {
  try {
    await work()
    return 0
  } catch (error) {
    if (!(error instanceof Error) || !isExpected(error)) throw error
    console.error(error instanceof StoreError ? `${settingOf(error)}${error.message}` : error.message)
    return 1
  }
}

function isExpected(error: Error): boolean {
  const kinds = [ArchiveError, OccupiedError, ConfigError, StoreError, UsageError]
  return kinds.some((kind) => error instanceof kind) || 'syscall' in error
}

function settingOf({ message }: StoreError): string {
  return /\bRedis\b/.test(message) ? 'REDIS_URL: ' : ''
}
