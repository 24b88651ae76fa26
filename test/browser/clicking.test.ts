import type { Browser } from 'playwright-core'
import { languages } from '../../locales/index.ts'
import { launchChromium } from './chromium.ts'
import { type NpmStart, npmStart } from './npm-start.ts'
import { Person } from './person.ts'
import { spoken } from './spoken.ts'

for (const language of languages) {
  const words = spoken[language]

  describe(`a person who reads ${language} and clicks, in the Agents Playground`, function () {
    this.timeout(30_000)
    this.bail(true)
    let browser: Browser
    let started: NpmStart
    let robin: Person

    before(async () => {
      ;[browser, started] = await Promise.all([launchChromium(), npmStart()])
      robin = await Person.opening(started.chatUrl, browser, language)
    })
    after(async () => {
      await browser?.close()
      await started?.end()
    })

    const choosesYes = async (form: string, ...fields: string[]) => {
      for (const field of fields) await robin.chooses(`${form}.labels.${field}`, 'common.options.yes')
    }

    it('is welcomed, and asks for the language', async () => {
      await robin.chat.sees(words.welcome)
      await robin.says(words.languagePlease)
      await robin.hears('language.changed')
      await robin.sees('help')
      await robin.says(words.language)
      await robin.sees('language')
    })

    it('sees that nothing is known yet', async () => {
      await robin.says(words.history)
      await robin.sees('history.empty')
      await robin.says(words.myRewards)
      await robin.sees('my-rewards.unknown')
    })

    it('checks the eligibility', async () => {
      const form = 'check-eligibility.form'
      await robin.presses('check-eligibility.name')
      await robin.sees(form)
      await robin.chooses(`${form}.labels.program`, words.program)
      await choosesYes(form, 'enrolled', 'liveOffer')
      await robin.presses(`${form}.next`)
      await robin.sees('check-eligibility.profiles')
    })
  })
}
