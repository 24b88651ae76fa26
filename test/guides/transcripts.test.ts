import assert from 'node:assert/strict'
import { languages } from '../../locales/index.ts'
import { readTranscript, replay, withoutEnvelope } from '../support/client/transcript.ts'
import { inScene, transcriptFile, withoutIds } from './recording.ts'
import { scriptsIn } from './scripts.ts'

/** Intended changes are recorded by `npm run transcripts`. */
describe('a recorded conversation', () => {
  for (const script of languages.flatMap(scriptsIn)) {
    it(`is answered alike: ${script.guide} in ${script.language}`, async () => {
      const transcript = await readTranscript(transcriptFile(script))
      const exchanges = await inScene(script, ({ person }) =>
        replay(transcript, person.client, { normalizeWords: (said) => withoutIds(withoutEnvelope(said)) }),
      )
      assert.deepEqual(
        exchanges.map(({ received }) => received),
        exchanges.map(({ recorded }) => recorded),
      )
    })
  }
})
