/**
 * Records the stores that old-stores.test.ts opens, as this commit writes them, in a new folder, in about a minute. Needs
 * redis-server (REDIS_SERVER). To record those of an earlier commit:
 *
 *     git worktree add ../earlier <commit> && cp -r test/old-stores ../earlier/test && cd ../earlier && npm ci
 *     node --import tsx test/old-stores/writing/write.ts <folder>
 *
 * `2026-11-28` was recorded on the commit before this file, just before many files were renamed. A new recording becomes part
 * of the test as a folder named after its day. Its timeline is in timeline.ts and half-done.ts.
 */
import { argv } from 'node:process'
import sinon from 'sinon'

async function main([, , folder]: readonly string[]): Promise<void> {
  if (folder === undefined)
    throw new Error('Usage: node --import tsx test/old-stores/writing/write.ts <folder>')
  // test/support/company-past.ts counts days from the one on which it is loaded: the time must be set before.
  const time = sinon.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12), toFake: ['Date'] })
  const { writeStores } = await import('./write-stores.ts')
  await writeStores(folder, time)
}

main(argv).then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    process.exit(1)
  },
)
