import assert from 'node:assert/strict'
import { languages } from '../../locales/index.ts'
import { type Activity, activitySchema } from '../support/client/activity.ts'
import { replay, type Transcript, withoutEnvelope } from '../support/client/transcript.ts'
import { inScene, withoutIds } from './recording.ts'
import { type Script, scriptsIn } from './scripts.ts'

/** Output and transcript of the Emulator, unchanged. */
async function savedByEmulator(script: Script): Promise<Transcript> {
  return inScene(script, async ({ bot, person, pause }) => {
    await person.follows(script, pause)
    const { id } = person.client.conversation
    const url = `${bot.connector.serviceUrl}/v3/conversations/${encodeURIComponent(id)}/activities`
    const saved = await fetch(url, { headers: { connection: 'close' } })
    return activitySchema.array().parse(await saved.json())
  })
}

describe('a chat that Bot Framework Emulator saved', () => {
  for (const script of languages.flatMap(scriptsIn).filter(({ guide }) => guide === 'assign-contact'))
    describe(`in ${script.language}`, () => {
      let saved: Transcript

      before(async () => {
        saved = await savedByEmulator(script)
      })

      it('says of each message who wrote it', () => {
        const roleOf = ({ from, recipient }: Activity) => [from?.role, recipient?.role]
        const [first] = saved
        for (const activity of saved)
          assert.deepEqual(
            roleOf(activity),
            activity.from?.id === first?.from?.id ? ['user', 'bot'] : ['bot', 'user'],
          )
        assert.ok(saved.some(({ from }) => from?.role === 'bot'))
      })

      it('is answered alike', async () => {
        const normalizeWords = (said: Activity) => withoutIds(withoutEnvelope(said))
        const exchanges = await inScene(script, ({ person }) =>
          replay(saved, person.client, { normalizeWords }),
        )
        assert.deepEqual(
          exchanges.map(({ received }) => received),
          exchanges.map(({ recorded }) => recorded),
        )
        assert.ok(exchanges.every(({ recorded }) => recorded.length > 0))
      })
    })
})
