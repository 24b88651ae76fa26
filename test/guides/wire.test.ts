import assert from 'node:assert/strict'
import { catalogue } from '../../dialogs/catalogue.ts'
import { languages } from '../../locales/index.ts'
import { type RunningBot, startBot } from '../support/bot/running-bot.ts'
import { recordsOf } from '../support/past/company-past.ts'
import { GuidedPerson } from './guided-person.ts'
import { livePast } from './past.ts'
import { type Script, scriptsIn } from './scripts.ts'

describe('the guides over HTTP', () => {
  it('all have a script', () => {
    assert.deepEqual(
      scriptsIn('en')
        .map(({ guide }) => guide)
        .sort(),
      catalogue.guides.map(({ id }) => id).sort(),
    )
  })

  for (const personality of ['emulator', 'playground', 'teams'] as const)
    describe(`in ${personality}`, () => {
      let bot: RunningBot

      beforeEach(async () => {
        bot = await startBot({ personality })
      })
      afterEach(() => bot.stop())

      const guided = async (script: Script) => {
        const person = new GuidedPerson(bot.connector, bot.url, script)
        await livePast(bot.store, script, person.client.scene.tenantId)
        await person.follows(script)
        return person
      }

      for (const script of languages.flatMap(scriptsIn)) {
        const { guide, language, past, records } = script

        it(`lead from the welcome to the receipt: ${guide} in ${language}`, async () => {
          const { client } = await guided(script)
          const log = await bot.log(client.scene.tenantId)
          assert.deepEqual(
            log.slice(recordsOf(past)).map(({ event }) => event.type),
            records,
          )
          assert.deepEqual(
            client.posts.map(({ status }) => status).filter((status) => status !== 200),
            [],
          )
        })
      }
    })
})
