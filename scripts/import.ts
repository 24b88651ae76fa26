import { readArchive } from '../src/archive/archive-file.ts'
import { importArchive, OccupiedError } from '../src/archive/import-archive.ts'
import { ArchiveError } from '../src/archive/lines.ts'
import { readConfig } from '../src/config/config.ts'
import { openArchive, storeNameOf } from './archive/open-archive.ts'
import { reported, UsageError } from './archive/report.ts'

/** Imports a file into the store after checking all of it. */
export function main(args: readonly string[]): Promise<number> {
  return reported(async () => {
    const { file, merge } = readArguments(args)
    const config = readConfig(process.env, [])
    const archive = await openArchive(config)
    try {
      const count = await importArchive(archive, () => readArchive(file), { merge })
      console.log(`${count} records of ${file} are in ${storeNameOf(config)}.`)
    } catch (error) {
      throw explained(error, file, storeNameOf(config))
    } finally {
      await archive.close()
    }
  })
}

function explained(error: unknown, file: string, store: string): unknown {
  if (error instanceof ArchiveError) return new UsageError(`${file}, ${error.message}\nNothing was imported.`)
  if (!(error instanceof OccupiedError)) return error
  const why = `${store}: ${error.message}. Nothing was imported.`
  return new UsageError(error.isAboutAll ? `${why}\nWith --merge, only missing records are added.` : why)
}

function readArguments(args: readonly string[]): { file: string; merge: boolean } {
  const merge = args.includes('--merge')
  const [file, ...others] = args.filter((arg) => arg !== '--merge')
  if (file !== undefined && !file.startsWith('-') && others.length === 0) return { file, merge }
  throw new UsageError('Usage: npm run import -- <file> [--merge]')
}
