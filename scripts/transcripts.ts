import { languages } from '../locales/index.ts'
import { keepTranscript, record, transcriptFile } from '../test/guides/recording.ts'
import { scriptsIn } from '../test/guides/scripts.ts'

/** Records how a person goes through each guide, or each that is named, in each language, as Bot Framework Emulator saves it. */
export async function main(guides: readonly string[] = []): Promise<number> {
  const scripts = languages.flatMap(scriptsIn)
  for (const script of scripts.filter(({ guide }) => guides.length === 0 || guides.includes(guide))) {
    await keepTranscript(transcriptFile(script), await record(script))
    console.log(`${script.guide} in ${script.language}`)
  }
  return 0
}
