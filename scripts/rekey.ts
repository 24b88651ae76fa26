import { readConfig } from '../src/config/config.ts'
import { openArchive, storeNameOf } from './archive/open-archive.ts'
import { reported, UsageError } from './archive/report.ts'

/** Re-encrypts all texts under the first key of the setting, so that the others can be removed. */
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
      console.log(`Re-encrypted ${count} texts of ${storeNameOf(config)}.`)
      console.log(`All texts use "${first.id}" now: the other keys can be removed from ENCRYPTION_KEYS.`)
    } finally {
      await archive.close()
    }
  })
}
