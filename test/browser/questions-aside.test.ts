import type { Browser } from 'playwright-core'
import { languages } from '../../locales/index.ts'
import { launchChromium } from './chromium.ts'
import { asksInTheMiddle, talks } from './clicks/questions-aside.ts'
import { type NpmStart, npmStart } from './npm-start.ts'
import { Person } from './person.ts'

for (const language of languages) {
  describe(`a person who asks in the middle of guides, in ${language}`, function () {
    this.timeout(60_000)
    let browser: Browser
    let started: NpmStart
    let robin: Person

    before(async () => {
      browser = await launchChromium()
      started = await npmStart()
      robin = await Person.opening(started.chatUrl, browser, language)
      await robin.says({ en: 'in English please', fr: 'en français' })
      await robin.hears('language.changed')
    })
    after(async () => {
      await browser?.close()
      await started?.end()
    })

    for (const talk of talks)
      it(`gets answers, and the guide goes on: ${talk.guide}`, () => asksInTheMiddle(robin, talk))
  })
}
