import { languages } from '../locales/index.ts'
import { keepTranscript, record, transcriptFile } from '../test/guides/recording.ts'
import { scriptsIn } from '../test/guides/scripts.ts'

/** Records each guide in each language in the format of Bot Framework Emulator. */
export async function main(): Promise<number> {
  for (const script of languages.flatMap(scriptsIn)) {
    await keepTranscript(transcriptFile(script), await record(script))
    console.log(`${script.guide} in ${script.language}`)
  }
  return 0
}
