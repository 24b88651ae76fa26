import { writeArchive } from '../src/archive/file.ts'
import { readConfig } from '../src/config.ts'
import { openArchive, placeOf } from './archive/open-archive.ts'
import { reported, UsageError } from './archive/report.ts'

/** Writes all that the store keeps into a new file. */
export function main(args: readonly string[]): Promise<number> {
  return reported(async () => {
    const file = fileIn(args)
    const config = readConfig(process.env, [])
    const archive = await openArchive(config)
    try {
      if (await archive.isEmpty()) throw new UsageError(`There is nothing in ${placeOf(config)}`)
      const count = await writeArchive(file, archive.records())
      console.log(`${count} records of ${placeOf(config)} are in ${file}. It holds personal data.`)
      if (config.redis) console.log('Complete only if no bot was running: export again if one was.')
    } finally {
      await archive.close()
    }
  })
}

function fileIn([file, ...others]: readonly string[]): string {
  if (file !== undefined && !file.startsWith('-') && others.length === 0) return file
  throw new UsageError('Usage: npm run export -- <file>')
}
