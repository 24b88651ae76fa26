import { spawnSync } from 'node:child_process'
import { projectFolder } from '../locales/dialog-files.ts'
import { reported, UsageError } from './archive/report.ts'
import { newGuide } from './new/new-guide.ts'

/** Makes the files of a guide that has one question, and its line in the list of guides. */
export async function main([id, ...others]: readonly string[]): Promise<number> {
  const code = await reported(async () => {
    if (id === undefined || others.length > 0)
      throw new UsageError('Say the id of the guide, and nothing else: npm run new -- try-out')
    for (const path of newGuide(id, projectFolder)) console.log(path)
  })
  if (id === undefined || code !== 0) return code
  if (!run('transcripts', id)) return 1
  console.log('Its sentences are examples of what sentences mean: training takes half a minute …')
  if (!run('train')) return 1
  console.log(`Now write ${id}: docs/adding-a-guide.md. Then run npm run verify.`)
  return 0
}

/** Runs a script in a process of its own, since this one has read the words without the guide's. */
function run(...args: readonly string[]): boolean {
  const { status } = spawnSync(process.execPath, ['scripts/run.mjs', ...args], { stdio: 'inherit' })
  return status === 0
}
