import { projectFolder } from '../locales/dialog-files.ts'
import { reported, UsageError } from './archive/report.ts'
import { newGuide } from './new/new-guide.ts'

/** Makes the files of a guide that has one question, and its line in the list of guides. */
export function main([id, ...others]: readonly string[]): Promise<number> {
  return reported(async () => {
    if (id === undefined || others.length > 0)
      throw new UsageError('Say the id of the guide, and nothing else: npm run new -- try-out')
    for (const path of newGuide(id, projectFolder)) console.log(path)
    const { main: recordTranscripts } = await import('./transcripts.ts')
    await recordTranscripts([id])
    console.log(`Now write ${id}: docs/adding-a-guide.md. Then run npm run verify.`)
  })
}
