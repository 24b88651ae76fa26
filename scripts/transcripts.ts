import { languages } from '../locales/index.ts'
import { keepTranscript, record, transcriptFile } from '../test/guides/recording.ts'
import { scriptsIn } from '../test/guides/scripts.ts'

/** Records each guide, or each named one, in each language in the format of Bot Framework Emulator. */
export async function main(guides: readonly string[] = []): Promise<number> {
  const scripts = languages.flatMap(scriptsIn)
  for (const script of scripts.filter(({ guide }) => guides.length === 0 || guides.includes(guide))) {
    await keepTranscript(transcriptFile(script), await record(script))
    console.log(`${script.guide} in ${script.language}`)
  }
  return 0
}
