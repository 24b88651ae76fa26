import { readConfig } from '../src/config/config.ts'
import { storeNameOf, openArchive } from './archive/open-archive.ts'
import { reported, UsageError } from './archive/report.ts'

/** Writes anew what is not under the first key of the setting, so that the others can be dropped. */
export function main(args: readonly string[]): Promise<number> {
  return reported(async () => {
    if (args.length > 0) throw new UsageError('Usage: npm run rekey')
    const config = readConfig(process.env, [])
    const [first] = config.encryptionKeys
    if (!first)
      throw new UsageError('ENCRYPTION_KEYS: expected the keys, the one to encrypt with first; it is not set')
    const archive = await openArchive(config)
    try {
      const count = await archive.rekey()
      console.log(`${count} texts of ${storeNameOf(config)} were written anew.`)
      console.log(`All are under "${first.id}" now: ENCRYPTION_KEYS needs no other key any more.`)
    } finally {
      await archive.close()
    }
  })
}
